package org.kith.credential.encoding;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON (RFC 8259), read strictly: a member given twice or text after the end is refused, since two readers may
/// disagree on it.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// An object, and nothing else.
    public static JsonNode object(byte[] utf8) throws Malformed {
        try {
            var node = MAPPER.readTree(utf8);
            if (node != null && node.isObject()) return node;
        } catch (JacksonException e) {
            // Jackson's message quotes the data; only its place is passed on.
            var place = e.getLocation();
            throw new Malformed("not JSON, at line " + place.getLineNr() + " column " + place.getColumnNr());
        }
        throw new Malformed("JSON, but not an object");
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Over several lines, for files that people read.
    public static byte[] writePretty(Object value) {
        return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value);
    }
}
