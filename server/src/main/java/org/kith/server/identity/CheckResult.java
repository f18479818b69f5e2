package org.kith.server.identity;

import java.util.List;
import java.util.Set;

/// What came of an officer saying that they have looked at everything.
public sealed interface CheckResult {
    /// It is written out, and waits for the signature.
    record Ready(CheckId check) implements CheckResult {}

    /// Something is still to be looked at; nothing was written down.
    ///
    /// @param untouched points of the programme that nothing was said of
    record NotReady(Set<Missing> missing, List<String> untouched) implements CheckResult {
        public NotReady {
            missing = Set.copyOf(missing);
            untouched = List.copyOf(untouched);
        }
    }

    /// The visit was finished before, perhaps by a second press of the same button, or is no longer to take place.
    record Over() implements CheckResult {}

    /// The visit is at another centre; the attempt is written down.
    record AnotherCentre() implements CheckResult {}

    /// What an identity is not confirmed without.
    enum Missing {
        /// The passport's lines, typed so that their check digits are right.
        LINES,
        /// A passport that has not expired.
        VALID_PASSPORT,
        DOCUMENT_UNALTERED,
        SAME_FACE,
        /// Another way, where a point could not be checked.
        SECOND_WAY,
        /// What is to become of fields that differ.
        DIFFERENCES,
        PHOTO,
        /// The chip that was read is forged, or of another passport than the lines.
        CHIP
    }
}
