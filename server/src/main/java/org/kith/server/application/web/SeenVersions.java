package org.kith.server.application.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which version of each answer a form was made from.
final class SeenVersions {
    private static final String PREFIX = "seen.";

    private SeenVersions() {}

    static Map<String, Integer> of(Map<String, String> form) {
        var seen = new LinkedHashMap<String, Integer>();
        form.forEach((field, value) -> {
            if (field.startsWith(PREFIX) && value.matches("[0-9]{1,9}")) {
                seen.put(field.substring(PREFIX.length()), Integer.valueOf(value));
            }
        });
        return seen;
    }
}
