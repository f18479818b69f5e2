package org.kith.credential.identity;

import java.util.Arrays;
import java.util.TreeMap;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import tools.jackson.databind.JsonNode;

/// JSON in its one canonical spelling (RFC 8785), of what a check holds: objects, texts, whole numbers, yes and no.
public final class CanonicalForm {
    private CanonicalForm() {}

    /// Reads it.
    ///
    /// @throws Malformed for JSON in another spelling: what was signed could then be read in two ways
    public static JsonNode read(byte[] form) throws Malformed {
        var said = Json.object(form);
        if (!Arrays.equals(Json.write(plain(said)), form)) throw new Malformed("JSON not in its canonical form");
        return said;
    }

    private static Object plain(JsonNode node) throws Malformed {
        if (node.isString()) return node.stringValue();
        if (node.isBoolean()) return node.booleanValue();
        if (node.isInt()) return node.intValue();
        if (!node.isObject()) throw new Malformed("JSON of a kind that a check does not hold");

        var members = new TreeMap<String, Object>();
        for (var member : node.properties()) members.put(member.getKey(), plain(member.getValue()));
        return members;
    }
}
