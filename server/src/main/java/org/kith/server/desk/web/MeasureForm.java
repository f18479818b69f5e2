package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.question.SafeText;
import org.kith.server.decision.Measure;
import org.kith.server.decision.MeasureWhy;

/// What an officer wrote into the form of a card. Nothing is chosen for them.
///
/// @param act      a code of [#ACTS], or empty
/// @param cause    of the pack; empty where there is none
/// @param looked   codes of the papers that were looked at
/// @param language tag of the language in which the officer wrote
public record MeasureForm(String act, String cause, List<String> looked, String reason, String language) {
    static final String ANNOUNCE_SUSPENSION = "ANNOUNCE_SUSPENSION";
    static final String ANNOUNCE_REVOCATION = "ANNOUNCE_REVOCATION";
    static final String WITHDRAW_NOTICE = "WITHDRAW_NOTICE";
    static final Set<String> ACTS =
            Set.of("SUSPEND", "RESTORE", "REVOKE", ANNOUNCE_SUSPENSION, ANNOUNCE_REVOCATION, WITHDRAW_NOTICE);

    static final MeasureForm EMPTY = new MeasureForm("", "", List.of(), "", "en");

    private static final int LONGEST = 4_000;

    public MeasureForm {
        looked = List.copyOf(looked);
    }

    static MeasureForm of(LetterStep.Typed typed) {
        var language = typed.first("language");
        return new MeasureForm(
                typed.first("measure"),
                typed.first("cause"),
                typed.all("looked"),
                typed.words("reason"),
                language.isEmpty() ? "en" : language);
    }

    /// What is missing, by field, as keys of texts.
    ///
    /// @param causes whether the programme lists any
    /// @param papers that can have been looked at
    Map<String, String> faults(boolean causes, Set<String> papers) {
        var faults = new LinkedHashMap<String, String>();
        if (!ACTS.contains(act)) faults.put("measure", "case.fault.measure");
        if (causes && takes() && cause.isEmpty()) faults.put("cause", "case.measure.fault.cause");
        if (!papers.containsAll(looked)) faults.put("looked", "case.measure.fault.looked");
        if (reason.isBlank()) faults.put("reason", "case.fault.reason");
        if (SafeText.clean(reason, true).isEmpty()) faults.put("reason", "case.more.fault.unfit");
        if (reason.length() > LONGEST) faults.put("reason", "case.fault.long");
        if (!language.matches("[a-z]{2,3}")) faults.put("language", "case.letter.fault.language");
        return faults;
    }

    boolean isWithdrawal() {
        return act.equals(WITHDRAW_NOTICE);
    }

    /// The measure that is announced; empty where none is.
    Optional<Measure> announced() {
        return switch (act) {
            case ANNOUNCE_SUSPENSION -> Optional.of(Measure.SUSPEND);
            case ANNOUNCE_REVOCATION -> Optional.of(Measure.REVOKE);
            default -> Optional.empty();
        };
    }

    MeasureWhy why() {
        return new MeasureWhy(
                takes() ? cause : "", looked, SafeText.clean(reason, true).orElseThrow(), language);
    }

    private boolean takes() {
        return !act.equals("RESTORE") && !isWithdrawal();
    }
}
