package org.kith.credential.qr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base45;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;
import org.kith.credential.status.StatusReference;

/// How a card lies in a CWT: registered claims (RFC 8392), claim 169 for the person, claim 65535 for the status
/// (Token Status List §6.3).
final class CardQrFormat {
    private static final long KID = 4;
    private static final long STATUS = 65535;
    /// A whole thumbprint would take a tenth of the room; the issuer's few keys differ in eight bytes.
    private static final int KID_LENGTH = 8;

    private static final int DEFLATE_LEVEL = 9;

    private CardQrFormat() {}

    static SignedCardQr sign(CardQr card, Signer signer) {
        var cwt = CoseSign1.sign(header(signer.keyId()), Cbor.write(claims(card)), signer);
        return new SignedCardQr(Base45.write(Zlib.deflate(cwt, DEFLATE_LEVEL)), cwt.length);
    }

    static int size(CardQr card) {
        return CoseSign1.sign(header("A".repeat(43)), Cbor.write(claims(card)), new NoSigner()).length;
    }

    /// Whether a `kid` is the start of this key's thumbprint.
    static boolean names(byte[] kid, Jwk key) {
        return Arrays.equals(kid, kid(key.thumbprint()));
    }

    /// A card whose year alone is known writes `1990` where claim 169 has `YYYYMMDD`.
    private static Cbor.Map claims(CardQr card) {
        var person = Cbor.map().put(Claim169Field.FULL_NAME.key(), new Cbor.Text(card.fullName()));
        person.put(Claim169Field.DATE_OF_BIRTH.key(), new Cbor.Text(Integer.toString(card.yearOfBirth())));
        var ownScript = card.nameInOwnScript();
        if (ownScript != null) person.put(Claim169Field.SECONDARY_FULL_NAME.key(), new Cbor.Text(ownScript));

        var list = Cbor.map()
                .put("idx", new Cbor.Int(card.status().index()))
                .put("uri", new Cbor.Text(card.status().uri()));
        return Cbor.map()
                .put(CwtClaims.ISSUER, new Cbor.Text(card.issuer()))
                .put(CwtClaims.EXPIRES_AT, new Cbor.Int(card.expiresAt().getEpochSecond()))
                .put(CwtClaims.ISSUED_AT, new Cbor.Int(card.issuedAt().getEpochSecond()))
                .put(Claim169.KEY, person.build())
                .put(STATUS, Cbor.map().put("status_list", list.build()).build())
                .build();
    }

    static CardQr read(CwtClaims token) throws Malformed {
        var person = Claim169.of(token);
        var issuer = token.issuer();
        var expiresAt = token.expiresAt();
        var issuedAt = token.issuedAt();
        var name = person.text(Claim169Field.FULL_NAME).orElse(null);
        if (issuer == null || expiresAt == null || issuedAt == null || name == null) {
            throw new Malformed("a code that lacks issuer, name, begin or end");
        }
        try {
            var ownScript = person.text(Claim169Field.SECONDARY_FULL_NAME).orElse(null);
            return new CardQr(issuer, name, ownScript, year(person), issuedAt, expiresAt, status(token));
        } catch (IllegalArgumentException e) {
            throw new Malformed("a code whose values make no sense");
        }
    }

    private static int year(Claim169 person) throws Malformed {
        var year = person.text(Claim169Field.DATE_OF_BIRTH).orElse("");
        if (!year.matches("[0-9]{4}")) throw new Malformed("a code without a year of birth");
        return Integer.parseInt(year);
    }

    private static StatusReference status(CwtClaims token) throws Malformed {
        if (field(token.all().get(STATUS).orElse(null), "status_list") instanceof Cbor.Map list
                && field(list, "idx") instanceof Cbor.Int(var index)
                && field(list, "uri") instanceof Cbor.Text(var uri)
                && index <= Integer.MAX_VALUE) {
            return new StatusReference(uri, (int) index);
        }
        throw new Malformed("a code without a position in a status list");
    }

    private static @Nullable Cbor field(@Nullable Cbor value, String name) {
        return value instanceof Cbor.Map map ? map.get(name).orElse(null) : null;
    }

    private static Cbor.Map header(String keyId) {
        return Cbor.map().put(KID, new Cbor.Bytes(kid(keyId))).build();
    }

    private static byte[] kid(String thumbprint) {
        try {
            return Arrays.copyOf(Base64Url.read(thumbprint), KID_LENGTH);
        } catch (Malformed e) {
            throw new IllegalArgumentException("A key id is a JWK thumbprint.", e);
        }
    }

    /// Takes the place of a key while the size is measured.
    private record NoSigner() implements Signer {
        @Override
        public String keyId() {
            return "none";
        }

        @Override
        public byte[] sign(byte[] message) {
            return new byte[Es256.SIGNATURE_LENGTH];
        }
    }
}
