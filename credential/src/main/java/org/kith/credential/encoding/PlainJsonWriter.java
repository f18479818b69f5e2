package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes plain values as JSON, straight into bytes.
final class PlainJsonWriter {
    private byte[] json = new byte[512];
    private int length;

    private PlainJsonWriter() {}

    static byte[] write(@Nullable Object value) {
        var writer = new PlainJsonWriter();
        writer.value(value);
        return Arrays.copyOf(writer.json, writer.length);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> ascii("null");
            case String text -> string(text);
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case Boolean yes -> ascii(yes.toString());
            case Integer number -> ascii(number.toString());
            case Long number -> ascii(number.toString());
            case BigInteger number -> ascii(number.toString());
            case BigDecimal number -> ascii(number.toString());
            default ->
                throw new IllegalArgumentException(
                        "JSON has no " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> object) {
        var separator = '{';
        for (var member : object.entrySet()) {
            put(separator);
            separator = ',';
            if (!(member.getKey() instanceof String name)) throw new IllegalArgumentException("JSON names are text");
            string(name);
            put(':');
            value(member.getValue());
        }
        if (separator == '{') put('{');
        put('}');
    }

    private void array(List<?> array) {
        var separator = '[';
        for (var element : array) {
            put(separator);
            separator = ',';
            value(element);
        }
        if (separator == '[') put('[');
        put(']');
    }

    private void string(String text) {
        put('"');
        if (plain(text)) ascii(text);
        else escaped(text);
        put('"');
    }

    private static boolean plain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') return false;
        }
        return true;
    }

    private void escaped(String text) {
        if (!UTF_8.newEncoder().canEncode(text)) throw new IllegalArgumentException("half a surrogate pair");
        var rest = new StringBuilder(text.length() + 8);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') rest.append('\\').append(c);
            else if (c < 0x20)
                rest.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            else rest.append(c);
        }
        var bytes = rest.toString().getBytes(UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, json, length, bytes.length);
        length += bytes.length;
    }

    private void ascii(String text) {
        room(text.length());
        var bytes = text.getBytes(ISO_8859_1);
        System.arraycopy(bytes, 0, json, length, bytes.length);
        length += bytes.length;
    }

    private void put(char c) {
        room(1);
        json[length++] = (byte) c;
    }

    private void room(int more) {
        if (length + more > json.length) json = Arrays.copyOf(json, Math.max(length + more, json.length * 2));
    }
}
