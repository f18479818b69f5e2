package org.kith.server.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kith.pack.programme.TimeLimits;
import org.kith.server.decision.DecisionLetter.Part;

/// What a letter says of time: until when and how it can be answered, how to get longer, and how to appeal.
///
/// @param atOnce whether it was carried out before its person was heard
record LetterTimes(Decision decision, TimeLimits limits, boolean atOnce, LetterPen pen) {
    List<Part> parts() {
        var until = decision.answerUntil();
        if (until == null) return List.of();

        return switch (decision.verdict()) {
            case ASK_MORE -> List.of(answer(pen.text("follow.silence")));
            case ANNOUNCE_REFUSAL, ANNOUNCE_SUSPENSION, ANNOUNCE_REVOCATION ->
                List.of(answer(pen.text("letter.answer.heard")));
            case SUSPEND -> suspended(until);
            case REVOKE, REFUSE -> List.of(appeal(until));
            case APPROVE, RESTORE, WITHDRAW_NOTICE, UPHOLD, OVERTURN, REMIT -> List.of();
        };
    }

    /// It can be appealed for as long as a revocation, whatever time there is to answer beside that.
    private List<Part> suspended(LocalDate until) {
        var appeal = appeal(decision.day().plus(limits.appeal()));
        return atOnce ? List.of(heardAfterwards(until), appeal) : List.of(appeal);
    }

    private Part appeal(LocalDate until) {
        return pen.part(
                "letter.appeal",
                List.of(
                        pen.line(pen.text("letter.appeal.until", pen.day(until))),
                        pen.line(pen.text("letter.appeal.who")),
                        pen.line(pen.text("letter.appeal.hearing"))));
    }

    private Part heardAfterwards(LocalDate until) {
        return pen.part(
                "letter.answer",
                List.of(
                        pen.line(pen.text("letter.answer.papers", pen.day(until))),
                        pen.line(pen.text("letter.answer.afterwards"))));
    }

    private Part answer(String after) {
        var until = decision.answerUntil();
        if (until == null) throw new IllegalStateException("no time to answer");

        var lines = new ArrayList<DecisionLetter.Line>();
        lines.add(pen.line(pen.text("letter.answer.papers", pen.day(until))));
        lines.add(pen.line(pen.text("letter.more", limits.extensions())));
        lines.add(pen.line(after));
        return pen.part("letter.answer", lines);
    }
}
