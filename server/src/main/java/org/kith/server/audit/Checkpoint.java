package org.kith.server.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.Signer;
import org.kith.server.keys.IssuerKey;

/// The ends of all chains at a time, and the hash of the checkpoint before.
///
/// @param number from 1
/// @param ends by chain
record Checkpoint(long number, Instant at, Hash previous, List<Links.Head> ends) {
    /// Keeps a checkpoint from passing for another kind of token (RFC 8725 §3.11).
    private static final String TYP = "kith-journal+jws";

    /// Canonical JSON, signed as a JWS.
    String signed(Signer signer) {
        return Jws.sign(TYP, Canonical.json(members()).getBytes(US_ASCII), signer);
    }

    /// What a token says, if it is a checkpoint that one of `keys` signed.
    static Optional<Checkpoint> verified(String token, Collection<IssuerKey> keys) {
        try {
            var jws = Jws.parse(token);
            var kid = jws.kid().orElse("");
            var signed = TYP.equals(jws.typ())
                    && keys.stream()
                            .filter(key -> key.id().equals(kid))
                            .anyMatch(key -> jws.verify(key.jwk().publicKey()));
            return signed ? Optional.of(read(new String(jws.payload(), UTF_8))) : Optional.empty();
        } catch (Malformed | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    static Hash hash(String token) {
        return Hash.over(token.getBytes(UTF_8));
    }

    private TreeMap<String, String> members() {
        var members = new TreeMap<String, String>();
        members.put("number", Long.toString(number));
        members.put("at", at.toString());
        members.put("previous", previous.hex());
        for (var end : ends)
            members.put(name(end.chain()), end.length() + ":" + end.hash().hex());
        return members;
    }

    private static Checkpoint read(String json) {
        var members = Canonical.read(json);
        return new Checkpoint(
                Long.parseLong(member(members, "number")),
                Instant.parse(member(members, "at")),
                new Hash(member(members, "previous")),
                IntStream.range(0, Link.CHAINS)
                        .mapToObj(chain -> end(chain, member(members, name(chain))))
                        .toList());
    }

    private static Links.Head end(int chain, String text) {
        var colon = text.indexOf(':');
        return new Links.Head(chain, Long.parseLong(text.substring(0, colon)), new Hash(text.substring(colon + 1)));
    }

    private static String name(int chain) {
        return "chain-%02d".formatted(chain);
    }

    private static String member(Map<String, String> members, String name) {
        var value = members.get(name);
        if (value == null) throw new IllegalArgumentException("A checkpoint lacks " + name);
        return value;
    }
}
