package org.kith.pack.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.pack.source.Place;

/// The texts that the parts of a pack speak of, and where, gathered while the pack is read.
public final class NeededTexts {
    private final Map<String, Place> needed = new LinkedHashMap<>();

    public String need(String key, Place place) {
        needed.putIfAbsent(key, place);
        return key;
    }

    Map<String, Place> all() {
        return needed;
    }
}
