package org.kith.pack;

import java.util.List;
import org.kith.pack.source.Fault;

/// What came of reading a pack: the pack, or all that is wrong with it.
public sealed interface PackReading {
    record Loaded(Pack pack) implements PackReading {}

    /// The pack is not used.
    ///
    /// @param faults in the order of files and lines
    record Faulty(List<Fault> faults) implements PackReading {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
