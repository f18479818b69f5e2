package org.kith.credential.qr;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// The identity data under CWT claim 169, as any issuer writes it (MOSIP's *id-claim-169*, version 1.2).
/// Keys it does not name are left alone.
public final class Claim169 {
    /// The claim's number in the IANA registry of CWT claims.
    public static final long KEY = 169;

    private final Map<Claim169Field, Cbor> values;

    private Claim169(Map<Claim169Field, Cbor> values) {
        this.values = values;
    }

    /// Reads the claim out of a token.
    ///
    /// @throws Malformed if the token has none, or a field of it is of another type than the mapping says
    public static Claim169 of(CwtClaims token) throws Malformed {
        if (!(token.all().get(KEY).orElse(null) instanceof Cbor.Map claim)) {
            throw new Malformed("a CWT without claim 169");
        }
        var values = new EnumMap<Claim169Field, Cbor>(Claim169Field.class);
        for (var field : Claim169Field.values()) {
            var value = claim.get(field.key());
            if (value.isEmpty()) continue;
            if (!field.takes(value.get())) throw new Malformed("claim 169 with a wrong type of " + field.jsonName());
            values.put(field, value.get());
        }
        return new Claim169(values);
    }

    public boolean has(Claim169Field field) {
        return values.containsKey(field);
    }

    /// The value as CBOR; a biometric is an array of maps (0 data, 1 format, 2 sub-format, 3 issuer).
    public Optional<Cbor> value(Claim169Field field) {
        return Optional.ofNullable(values.get(field));
    }

    public Optional<String> text(Claim169Field field) {
        return values.get(field) instanceof Cbor.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    public OptionalLong number(Claim169Field field) {
        return values.get(field) instanceof Cbor.Int(var number) ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
