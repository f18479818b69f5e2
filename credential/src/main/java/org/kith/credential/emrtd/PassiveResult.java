package org.kith.credential.emrtd;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What came of passive authentication (ICAO 9303-11 §5.1). Whether the chip is a copy, it does not tell.
public sealed interface PassiveResult {
    /// As a state signed it that is trusted.
    record Genuine(VerifiedChip chip) implements PassiveResult {}

    /// Not a chip's files, or of a kind that is not used any more.
    ///
    /// @param fault as the end of a sentence; never names the data
    record Unreadable(String fault) implements PassiveResult {}

    /// The security object lists a data group that was not handed over. A copy could hide its missing keys that way.
    record Incomplete(int group) implements PassiveResult {}

    /// These data groups are not as they were signed.
    record Altered(SortedSet<Integer> groups) implements PassiveResult {
        public Altered {
            groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        }
    }

    /// The list of digests itself is not as its signer signed it.
    record SignatureWrong() implements PassiveResult {}

    /// Signed, but by nobody whom a trusted state certified.
    ///
    /// @param country the state that the signer names, or nothing readable
    record UnknownCsca(String country) implements PassiveResult {}

    /// The signer's certificate has ended, or not begun; or that of its state has.
    record SignerExpired(Instant from, Instant until) implements PassiveResult {}

    /// Certified by a trusted state, but not for this.
    record SignerNotEntitled(Reason reason) implements PassiveResult {}

    /// Why a signer may not sign this.
    enum Reason {
        /// The signer is of another state than who certified it.
        OTHER_COUNTRY,
        /// The passport is of another state than its signer.
        PASSPORT_OF_ANOTHER_STATE,
        /// The signer's certificate, or its state's, is not for signing such things.
        KEY_USAGE
    }
}
