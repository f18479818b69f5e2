package org.kith.pack.programme;

import java.time.Period;
import org.kith.pack.source.Block;

/// Reads how long people have, and how long things are kept.
final class LimitsReader {
    private static final Period LONG = Period.ofYears(3);
    /// What officers note stays from nobody for longer.
    private static final Period NOTES = Period.ofDays(180);

    private LimitsReader() {}

    static TimeLimits read(Block limits) {
        limits.only(
                "draft-kept",
                "lapse",
                "answer",
                "more-information",
                "extension",
                "extensions",
                "appeal",
                "decision-aim",
                "papers-kept",
                "photos-kept",
                "notes-shown");
        return new TimeLimits(
                Span.period(limits, "draft-kept", Period.ofDays(30), LONG),
                Span.period(limits, "lapse", Period.ofDays(90), LONG),
                Span.period(limits, "answer", Period.ofDays(28), LONG),
                // Nobody can get a paper from another country within a week.
                Span.period(limits, "more-information", Period.ofDays(60), LONG),
                Span.period(limits, "extension", Period.ofDays(14), LONG),
                limits.number("extensions", 1, 12),
                Span.period(limits, "appeal", Period.ofDays(28), LONG),
                Span.period(limits, "decision-aim", Period.ofDays(1), LONG),
                Span.period(limits, "papers-kept", Period.ofDays(1), LONG),
                Span.period(limits, "photos-kept", Period.ofDays(1), LONG),
                limits.has("notes-shown") ? Span.period(limits, "notes-shown", Period.ofDays(1), NOTES) : NOTES);
    }
}
