package org.kith.credential.encoding;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
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
            throw new Malformed("not JSON" + place(e.getLocation()));
        }
        throw new Malformed("JSON, but not an object");
    }

    /// Jackson's own message quotes the data, so only the place is passed on; nesting too deep has none.
    private static String place(@Nullable TokenStreamLocation place) {
        return place == null ? "" : ", at line " + place.getLineNr() + " column " + place.getColumnNr();
    }

    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Over several lines, for files that people read.
    public static byte[] writePretty(Object value) {
        return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(value);
    }
}
