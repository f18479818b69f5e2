package org.kith.pack;

import java.util.List;
import org.kith.pack.source.Fault;
import org.kith.pack.text.MissingText;

/// What came of looking for the texts that a language lacks.
sealed interface Missing {
    /// The texts, in the order of the English ones.
    ///
    /// @param otherFaults whether the pack has faults because of which some may not be known yet
    record Found(List<MissingText> texts, boolean otherFaults) implements Missing {}

    /// What must be mended first.
    record Unreadable(List<Fault> faults) implements Missing {}
}
