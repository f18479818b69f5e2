package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.pack.question.SafeText;

/// What an officer wrote into the form of one deed. Nothing is chosen for them.
public record RulingForm(String choice, String ground, String reason, String cure) {
    private static final int LONGEST = 4_000;

    static final RulingForm EMPTY = new RulingForm("", "", "", "");

    /// What is missing, by field, as keys of texts.
    Map<String, String> faults(boolean choosing, boolean grounded, boolean curing) {
        var faults = new LinkedHashMap<String, String>();
        if (choosing && choice.isEmpty()) faults.put("choice", "case.fault.verdict");
        if (grounded && ground.isEmpty()) faults.put("ground", "case.fault.ground");
        if (reason.isBlank()) faults.put("reason", "case.fault.reason");
        if (curing && cure.isBlank()) faults.put("cure", "case.fault.cure");
        if (SafeText.clean(reason + cure, true).isEmpty()) faults.put("reason", "case.more.fault.unfit");
        if (reason.length() > LONGEST || cure.length() > LONGEST) faults.put("reason", "case.fault.long");
        return faults;
    }

    static RulingForm of(LetterStep.Typed typed) {
        return new RulingForm(typed.first("choice"), typed.first("ground"), typed.words("reason"), typed.words("cure"));
    }

    String safeReason() {
        return SafeText.clean(reason, true).orElseThrow();
    }

    String safeCure() {
        return SafeText.clean(cure, true).orElseThrow();
    }
}
