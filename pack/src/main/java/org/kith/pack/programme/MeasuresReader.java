package org.kith.pack.programme;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import org.kith.pack.programme.CardCauses.Cause;
import org.kith.pack.programme.CardCauses.Use;
import org.kith.pack.source.Block;
import org.kith.pack.text.NeededTexts;

/// Reads for what a card may be taken away, for a time or for good.
final class MeasuresReader {
    /// The journal shows a deed to its person after 90 days at the latest.
    private static final Period LONGEST_HIDDEN = Period.ofDays(90);

    private final NeededTexts texts;

    MeasuresReader(NeededTexts texts) {
        this.texts = texts;
    }

    CardCauses read(Block measures) {
        measures.only("causes", "stop-hidden-at-most");
        var seen = new HashSet<String>();
        var causes = new ArrayList<Cause>();
        for (var each : measures.blocks("causes")) {
            var cause = cause(each);
            if (!seen.add(cause.id())) {
                measures.faults().add(each.place("id"), "a second cause `" + cause.id() + "`", "keep one of them");
            }
            causes.add(cause);
        }
        if (causes.isEmpty()) {
            measures.faults().add(measures.place("causes"), "no causes", "list some, or remove `measures`");
        }
        var hidden = measures.has("stop-hidden-at-most")
                ? Span.period(measures, "stop-hidden-at-most", Period.ofDays(1), LONGEST_HIDDEN)
                : Period.ZERO;
        return new CardCauses(causes, hidden);
    }

    private Cause cause(Block cause) {
        cause.only("id", "law", "for", "at-once");
        var uses = EnumSet.noneOf(Use.class);
        uses.addAll(cause.manyOf("for", Use.class));
        var law = cause.word("law");
        var read = new Cause(cause.id("id"), texts.need(law.text(), law.place()), uses, cause.flag("at-once", false));
        if (uses.isEmpty()) {
            cause.faults().add(cause.place(), "a cause for nothing", "list `for: [suspend, revoke]`, or one of them");
        }
        if (read.atOnce() && !uses.isEmpty() && !uses.contains(Use.SUSPEND)) {
            cause.faults()
                    .add(
                            cause.place("for"),
                            "nothing is revoked at once",
                            "add `suspend` to `for`, or remove `at-once`");
        }
        texts.need(read.titleKey(), cause.place("id"));
        return read;
    }
}
