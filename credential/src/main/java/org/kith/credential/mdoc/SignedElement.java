package org.kith.credential.mdoc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// An element with the salt that hides it while it is withheld (IssuerSignedItem, ISO 18013-5 §8.3.2.1.2.2).
///
/// @param number of its digest
record SignedElement(EncodedCbor item, long number, String identifier, Cbor value) {
    private static final int SHORTEST_SALT = 16;

    static SignedElement read(Cbor tagged) throws Malformed {
        var item = EncodedCbor.read(tagged);
        var map = item.map("an element");
        if (map.get("digestID").orElse(null) instanceof Cbor.Int(var number)
                && map.get("random").orElse(null) instanceof Cbor.Bytes salt
                && salt.value().length >= SHORTEST_SALT
                && map.get("elementIdentifier").orElse(null) instanceof Cbor.Text(var identifier)
                && map.get("elementValue").isPresent()) {
            return new SignedElement(
                    item, number, identifier, map.get("elementValue").get());
        }
        throw new Malformed("an element without digestID, random, elementIdentifier and elementValue");
    }

    static SignedElement of(long number, byte[] salt, String identifier, Cbor value) {
        var item = Cbor.map()
                .put("digestID", new Cbor.Int(number))
                .put("random", new Cbor.Bytes(salt))
                .put("elementIdentifier", new Cbor.Text(identifier))
                .put("elementValue", value)
                .build();
        return new SignedElement(EncodedCbor.of(item), number, identifier, value);
    }

    Cbor.Bytes digest(MessageDigest sha256) {
        return new Cbor.Bytes(item.digest(sha256));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(SecurityObject.ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
