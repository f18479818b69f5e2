package org.kith.pack.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.pack.source.Place;

/// The texts that the parts of a pack speak of, and where, gathered while the pack is read.
public final class NeededTexts {
    private static final String KEY = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";

    private final Map<String, Place> needed = new LinkedHashMap<>();

    public String need(String key, Place place) {
        // Of a part whose id is missing or ill-formed, that has been told already.
        if (key.matches(KEY)) needed.putIfAbsent(key, place);
        return key;
    }

    /// Whether a text has a place where it is said: needed ones, hints and short names of what is there, and countries.
    boolean mayBeSaid(String key) {
        if (needed.containsKey(key)) return true;
        var dot = key.lastIndexOf('.');
        if (dot < 0) return false;
        var part = key.substring(0, dot);
        return switch (key.substring(dot + 1)) {
            case "hint" -> needed.containsKey(part + ".label") || needed.containsKey(part + ".title");
            case "short" -> needed.containsKey(part + ".label");
            default -> part.equals("country");
        };
    }

    Map<String, Place> all() {
        return needed;
    }
}
