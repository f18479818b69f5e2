package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.pack.question.SafeText;
import org.kith.server.decision.Stop;

/// What an officer wrote of a court's order.
///
/// @param hidden days for which the person must not be told; empty where they may be
public record StopForm(String authority, String reference, String reason, String hidden, String language) {
    static final StopForm EMPTY = new StopForm("", "", "", "", "en");
    private static final int LONG = 4_000;
    private static final int SHORT = 200;

    /// What is missing, by field, as keys of texts.
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        check(faults, "authority", authority, SHORT);
        check(faults, "reference", reference, SHORT);
        check(faults, "reason", reason, LONG);
        if (!hidden.isBlank() && !hidden.strip().matches("[0-9]{1,2}")) {
            faults.put("hidden", "case.stop.fault.hidden");
        }
        if (!language.matches("[a-z]{2,3}")) faults.put("language", "case.letter.fault.language");
        return faults;
    }

    static void check(Map<String, String> faults, String field, String typed, int longest) {
        if (typed.isBlank()) faults.put(field, "case.stop.fault." + field);
        else if (SafeText.clean(typed, true).isEmpty()) faults.put(field, "case.more.fault.unfit");
        else if (typed.length() > longest) faults.put(field, "case.stop.fault.long");
    }

    int days() {
        return hidden.isBlank() ? 0 : Integer.parseInt(hidden.strip());
    }

    Stop.Words words() {
        return new Stop.Words(safe(authority), safe(reference), safe(reason), language, "");
    }

    static String safe(String typed) {
        return SafeText.clean(typed, true).orElseThrow();
    }
}
