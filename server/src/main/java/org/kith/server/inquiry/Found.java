package org.kith.server.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;

/// What was found, for good: a later finding stands beside it.
///
/// @param officer who wrote it down; null where another office answered, or did not
/// @param failure why the other office's answer is not known; null where it is
/// @param words   what it says and rests on
public record Found(
        Outcome outcome,
        @Nullable OfficerId officer,
        @Nullable WhyUnknown failure,
        Instant at,
        Words words) {

    /// What a finding says: about the person, so it is sealed under their key.
    ///
    /// @param source where it was looked
    /// @param asOf   the day up to which the source knows; empty where it does not say
    public record Words(String words, String source, String asOf) {
        static final Words NONE = new Words("", "", "");

        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    @Override
    public String toString() {
        return "Found[" + outcome + "]";
    }
}
