package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON (RFC 8259) as plain values: `Map`, `List`, `String`, `Long`, `BigInteger`, `BigDecimal`, `Boolean`,
/// null.
///
/// Beside [Json] because an SD-JWT is twenty small documents, which a general library takes three times as
/// long to read: beside a fast signature that is felt. As strict: one value and nothing behind it, no member
/// twice, no broken UTF-8, no lone
/// surrogates, at most [#DEEPEST] levels.
public final class PlainJson {
    /// Levels of objects and arrays that are read.
    public static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 64;

    /// ASCII that stands for itself in a string.
    private static final boolean[] PLAIN = new boolean[256];

    static {
        Arrays.fill(PLAIN, 0x20, 0x80, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private final byte[] json;
    private int at;

    private PlainJson(byte[] json) {
        this.json = json;
    }

    /// Reads one value.
    public static @Nullable Object read(byte[] utf8) throws Malformed {
        var reader = new PlainJson(utf8);
        var value = reader.value(0);
        reader.gap();
        if (reader.at < utf8.length) throw new Malformed("text after the end of the JSON");
        return value;
    }

    /// Reads an object; anything else is refused.
    public static Map<String, @Nullable Object> readObject(byte[] utf8) throws Malformed {
        if (read(utf8) instanceof Map<?, ?> object) return cast(object);
        throw new Malformed("JSON, but not an object");
    }

    /// Writes a value of the kinds above, or any `Number` of whole value, without gaps.
    ///
    /// @throws IllegalArgumentException if there is something else in it
    public static byte[] write(@Nullable Object value) {
        return PlainJsonWriter.write(value);
    }

    /// The one unchecked cast: what this class reads has text as names.
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> cast(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }

    private @Nullable Object value(int depth) throws Malformed {
        if (depth > DEEPEST) throw new Malformed("JSON nested too deeply");
        gap();
        var first = peek();
        return switch (first) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws Malformed {
        at++;
        var object = new LinkedHashMap<String, @Nullable Object>();
        if (closes('}')) return object;
        do {
            gap();
            if (peek() != '"') throw malformed();
            var name = string();
            gap();
            if (next() != ':') throw malformed();
            var before = object.size();
            object.put(name, value(depth));
            if (object.size() == before) throw new Malformed("a JSON member given twice");
        } while (continues('}'));
        return object;
    }

    private List<@Nullable Object> array(int depth) throws Malformed {
        at++;
        var array = new ArrayList<@Nullable Object>(4);
        if (closes(']')) return array;
        do {
            array.add(value(depth));
        } while (continues(']'));
        return array;
    }

    private boolean closes(char bracket) throws Malformed {
        gap();
        if (peek() != bracket) return false;
        at++;
        return true;
    }

    private boolean continues(char bracket) throws Malformed {
        gap();
        var next = next();
        if (next == ',') return true;
        if (next == bracket) return false;
        throw malformed();
    }

    /// Most strings are ASCII without escapes: those are copied as they stand.
    private String string() throws Malformed {
        var from = ++at;
        var ascii = true;
        while (true) {
            while (at < json.length && PLAIN[json[at] & 0xFF]) {
                at++;
            }
            var b = peek();
            if (b == '"') {
                at++;
                return ascii ? new String(json, from, at - 1 - from, ISO_8859_1) : utf8(from, at - 1);
            }
            if (b == '\\') return escaped(from);
            if (b >= 0) throw malformed();
            ascii = false;
            at++;
        }
    }

    private String utf8(int from, int to) throws Malformed {
        var text = new String(json, from, to - from, UTF_8);
        // The replacement character tells of broken UTF-8, if it does not stand there itself.
        if (text.indexOf('\uFFFD') < 0) return text;
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(json, from, to - from))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Malformed("JSON that is not UTF-8");
        }
    }

    private String escaped(int from) throws Malformed {
        var text = new StringBuilder();
        var start = from;
        while (true) {
            var b = peek();
            if (b >= 0 && b < 0x20) throw malformed();
            if (b == '"' || b == '\\') text.append(utf8(start, at));
            at++;
            if (b == '"') break;
            if (b == '\\') {
                text.append(escape());
                start = at;
            }
        }
        if (!UTF_8.newEncoder().canEncode(text)) throw new Malformed("JSON with half a surrogate pair");
        return text.toString();
    }

    private char escape() throws Malformed {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                var unit = 0;
                for (var i = 0; i < 4; i++) {
                    var digit = Character.digit(next(), 16);
                    if (digit < 0) throw malformed();
                    unit = unit * 16 + digit;
                }
                yield (char) unit;
            }
            default -> throw malformed();
        };
    }

    private @Nullable Object word(String word, @Nullable Boolean value) throws Malformed {
        for (var i = 0; i < word.length(); i++) {
            if (next() != word.charAt(i)) throw malformed();
        }
        return value;
    }

    private Number number() throws Malformed {
        var from = at;
        if (peek() == '-') at++;
        var whole = digits();
        if (whole > 1 && json[at - whole] == '0') throw malformed();
        var integer = true;
        if (at < json.length && json[at] == '.') {
            at++;
            digits();
            integer = false;
        }
        if (at < json.length && (json[at] == 'e' || json[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') at++;
            if (digits() > 3) throw new Malformed("a JSON number beyond reason");
            integer = false;
        }
        if (at - from > LONGEST_NUMBER) throw new Malformed("a JSON number beyond reason");
        var text = new String(json, from, at - from, ISO_8859_1);
        if (!integer) return new BigDecimal(text);
        if (text.length() < 19) return Long.valueOf(text);
        var large = new BigInteger(text);
        return large.bitLength() < Long.SIZE ? (Number) large.longValue() : large;
    }

    private int digits() throws Malformed {
        var from = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == from) throw malformed();
        return at - from;
    }

    private void gap() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private byte peek() throws Malformed {
        if (at >= json.length) throw malformed();
        return json[at];
    }

    private byte next() throws Malformed {
        var b = peek();
        at++;
        return b;
    }

    private Malformed malformed() {
        return new Malformed("not JSON, at byte " + at);
    }
}
