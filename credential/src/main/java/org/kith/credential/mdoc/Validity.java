package org.kith.credential.mdoc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// When an mdoc was signed and may be believed (ISO 18013-5 §9.1.2.4), in whole seconds.
///
/// @param until the first moment at which it may not
public record Validity(Instant signed, Instant from, Instant until) {
    private static final long DATE_TIME = 0;
    private static final int WHOLE_SECONDS = "2026-11-30T12:00:00Z".length();

    public Validity {
        signed = signed.truncatedTo(ChronoUnit.SECONDS);
        from = from.truncatedTo(ChronoUnit.SECONDS);
        until = until.truncatedTo(ChronoUnit.SECONDS);
        if (from.isBefore(signed)) throw new IllegalArgumentException("An mdoc is not valid before it is signed.");
        if (!until.isAfter(from)) throw new IllegalArgumentException("An mdoc ends after it begins.");
    }

    static Validity read(Cbor value) throws Malformed {
        if (!(value instanceof Cbor.Map info)) throw new Malformed("a validityInfo that is not a map");
        var signed = time(info, "signed");
        var from = time(info, "validFrom");
        var until = time(info, "validUntil");
        try {
            return new Validity(signed, from, until);
        } catch (IllegalArgumentException e) {
            throw new Malformed("a validityInfo whose times contradict each other");
        }
    }

    Cbor write() {
        return Cbor.map()
                .put("signed", time(signed))
                .put("validFrom", time(from))
                .put("validUntil", time(until))
                .build();
    }

    private static Instant time(Cbor.Map info, String name) throws Malformed {
        if (!(info.get(name).orElse(null) instanceof Cbor.Tag(var number, Cbor.Text(var text)))
                || number != DATE_TIME
                || !text.endsWith("Z")) throw new Malformed("a " + name + " that is not a time in UTC");
        try {
            return text.length() == WHOLE_SECONDS ? wholeSeconds(text) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("a " + name + " that is not a time");
        }
    }

    /// Such as 2026-11-30T12:00:00Z, all that the standard allows: a quarter of the time of the general way.
    private static Instant wholeSeconds(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T')
            throw new DateTimeException("not a date and a time");
        if (text.charAt(13) != ':' || text.charAt(16) != ':') throw new DateTimeException("not a time");
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var at = from; at < to; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) throw new DateTimeException("not a digit");
            number = number * 10 + digit;
        }
        return number;
    }

    private static Cbor time(Instant moment) {
        return new Cbor.Tag(DATE_TIME, new Cbor.Text(moment.toString()));
    }
}
