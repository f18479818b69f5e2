package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.pack.question.SafeText;
import org.kith.server.decision.Finding;
import org.kith.server.decision.WhyMore;

/// What an officer wrote into the decision form. Nothing is chosen for them.
///
/// @param verdict `approve`, `more`, `refuse`, or empty
/// @param ground  of an approval or a refusal
/// @param more    what more is asked for
/// @param language tag of the language in which the officer wrote
public record CaseForm(String verdict, String ground, More more, String reason, String cure, String language) {
    private static final int LONGEST = 4_000;

    static final CaseForm EMPTY = new CaseForm("", "", More.NOTHING, "", "", "en");

    /// What more is asked for.
    ///
    /// @param why code of a [WhyMore]
    public record More(String why, List<String> papers, List<String> questions) {
        static final More NOTHING = new More("", List.of(), List.of());

        public More {
            papers = List.copyOf(papers);
            questions = List.copyOf(questions);
        }
    }

    static CaseForm of(LetterStep.Typed typed) {
        var more = new More(typed.first("why"), typed.all("papers"), typed.all("questions"));
        var language = typed.first("language");
        return new CaseForm(
                typed.first("verdict"),
                typed.first("ground"),
                more,
                typed.words("reason"),
                typed.words("cure"),
                language.isEmpty() ? "en" : language);
    }

    /// What is missing, by field, as keys of texts.
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (!Set.of("approve", "more", "refuse").contains(verdict)) faults.put("verdict", "case.fault.verdict");
        if (!verdict.equals("more") && !verdict.isEmpty() && ground.isEmpty())
            faults.put("ground", "case.fault.ground");
        if (verdict.equals("more")
                && more.papers().isEmpty()
                && more.questions().isEmpty()) faults.put("papers", "case.fault.papers");
        if (verdict.equals("more") && WhyMore.of(more.why()).isEmpty()) faults.put("why", "case.more.fault.why");
        if (!verdict.equals("more") && reason.isBlank()) faults.put("reason", "case.fault.reason");
        if (verdict.equals("refuse") && cure.isBlank()) faults.put("cure", "case.fault.cure");
        if (SafeText.clean(reason + cure, true).isEmpty()) faults.put("reason", "case.more.fault.unfit");
        if (reason.length() > LONGEST || cure.length() > LONGEST) faults.put("reason", "case.fault.long");
        if (!language.matches("[a-z]{2,3}")) faults.put("language", "case.letter.fault.language");
        return faults;
    }

    /// The finding that a form without faults says.
    Finding finding() {
        return switch (verdict) {
            case "approve" -> new Finding.Approval(ground, words(reason), language);
            case "more" ->
                new Finding.MoreNeeded(
                        WhyMore.of(more.why()).orElseThrow(),
                        Set.copyOf(more.papers()),
                        Set.copyOf(more.questions()),
                        words(reason),
                        language);
            case "refuse" -> new Finding.IntendedRefusal(ground, words(reason), words(cure), language);
            default -> throw new IllegalStateException("asked of a form with faults");
        };
    }

    private static String words(String typed) {
        return SafeText.clean(typed, true).orElseThrow();
    }
}
