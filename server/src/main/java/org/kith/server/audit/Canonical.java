package org.kith.server.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// JSON in the one form of RFC 8785. All values are plain ASCII words, so that anyone can write it again to recompute
/// a hash.
final class Canonical {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9:._-]*");
    private static final JsonMapper JSON = new JsonMapper();

    private Canonical() {}

    static String json(SortedMap<String, String> members) {
        var text = new StringBuilder("{");
        members.forEach((name, value) -> {
            if (text.length() > 1) text.append(',');
            text.append('"')
                    .append(word(name))
                    .append("\":\"")
                    .append(word(value))
                    .append('"');
        });
        return text.append('}').toString();
    }

    static Map<String, String> read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static String word(String text) {
        if (WORD.matcher(text).matches()) return text;

        throw new IllegalArgumentException("Only plain words go into the journal.");
    }
}
