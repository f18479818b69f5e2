package org.kith.credential.mdoc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// When an mdoc was signed and may be believed (ISO 18013-5 §9.1.2.4), in whole seconds.
///
/// @param until the first moment at which it may not
public record Validity(Instant signed, Instant from, Instant until) {
    private static final long DATE_TIME = 0;

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
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("a " + name + " that is not a time");
        }
    }

    private static Cbor time(Instant moment) {
        return new Cbor.Tag(DATE_TIME, new Cbor.Text(moment.toString()));
    }
}
