package org.kith.credential.sdjwt;

import static org.kith.credential.sdjwt.SdJwtRefused.Reason.CLAIM_NOT_TO_BE_HIDDEN;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.CLAIM_TWICE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.DIGEST_TWICE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.DISCLOSURE_TWICE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.MALFORMED;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.RESERVED_NAME;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.UNSIGNED_DISCLOSURE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_DISCLOSURE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_HASH_ALGORITHM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.PlainJson;

/// Puts disclosures back where the issuer's digests say (RFC 9901 §7.1, steps 3 to 5).
final class Unfolding {
    static final String DIGESTS = "_sd";
    static final String ELEMENT = "...";
    static final String HASH_ALGORITHM = "_sd_alg";

    /// Claims a verifier must not be kept from seeing (SD-JWT VC §2.2.2.2).
    static final Set<String> NEVER_HIDDEN =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status", HASH_ALGORITHM);

    private final Map<String, Disclosure> byDigest;
    /// Digests of what was withheld, and decoys.
    private final Set<String> withoutDisclosure = new HashSet<>();

    private int used;

    private Unfolding(Map<String, Disclosure> byDigest) {
        this.byDigest = byDigest;
    }

    private static final class Disclosure {
        final List<?> parts;
        boolean used;

        Disclosure(List<?> parts) {
            this.parts = parts;
        }
    }

    /// The claims with what was disclosed in its place, and nothing left of the digests. Cannot be changed.
    static Map<String, @Nullable Object> unfold(PresentedSdJwt sdJwt, Map<String, @Nullable Object> payload)
            throws SdJwtRefused {
        requireHashAlgorithm(payload);
        var unfolding = new Unfolding(disclosures(sdJwt));
        var claims = unfolding.object(payload, 0);
        if (unfolding.used < unfolding.byDigest.size())
            throw new SdJwtRefused(UNSIGNED_DISCLOSURE, "a disclosure that the issuer signed no digest for");
        return claims;
    }

    /// Without `_sd_alg` it is sha-256 (§4.1.1).
    static void requireHashAlgorithm(Map<String, @Nullable Object> payload) throws SdJwtRefused {
        if (!payload.containsKey(HASH_ALGORITHM) || Sha256.NAME.equals(payload.get(HASH_ALGORITHM))) return;
        throw new SdJwtRefused(WRONG_HASH_ALGORITHM, "_sd_alg is not sha-256");
    }

    private static Map<String, Disclosure> disclosures(PresentedSdJwt sdJwt) throws SdJwtRefused {
        var sha256 = new Sha256();
        var byDigest = HashMap.<String, Disclosure>newHashMap(sdJwt.disclosures());
        for (var i = 0; i < sdJwt.disclosures(); i++) {
            var digest = sha256.of(sdJwt.text, sdJwt.disclosureFrom(i), sdJwt.disclosureTo(i));
            if (byDigest.put(digest, new Disclosure(disclosure(sdJwt, i))) != null)
                throw new SdJwtRefused(DISCLOSURE_TWICE, "the same disclosure twice");
        }
        return byDigest;
    }

    /// `[salt, name, value]` for a claim, `[salt, value]` for an array element (§4.2.1, §4.2.2).
    static List<?> disclosure(PresentedSdJwt sdJwt, int index) throws SdJwtRefused {
        try {
            var json =
                    PlainJson.read(Base64Url.read(sdJwt.text, sdJwt.disclosureFrom(index), sdJwt.disclosureTo(index)));
            if (json instanceof List<?> parts
                    && (parts.size() == 2 || (parts.size() == 3 && parts.get(1) instanceof String))
                    && parts.getFirst() instanceof String) return parts;
        } catch (Malformed e) {
            throw new SdJwtRefused(MALFORMED, e.fault());
        }
        throw new SdJwtRefused(MALFORMED, "a disclosure is [salt, name, value] or [salt, value]");
    }

    private @Nullable Object value(@Nullable Object value, int depth) throws SdJwtRefused {
        if (value instanceof Map<?, ?> object) return object(PlainJson.cast(object), depth + 1);
        if (value instanceof List<?> array) return array(array, depth + 1);
        return value;
    }

    private Map<String, @Nullable Object> object(Map<String, @Nullable Object> object, int depth) throws SdJwtRefused {
        requireNotTooDeep(depth);
        if (object.containsKey(ELEMENT)) throw new SdJwtRefused(RESERVED_NAME, "a claim named ...");
        var digests = object.containsKey(DIGESTS) ? digests(object.remove(DIGESTS)) : List.of();
        if (depth == 0) object.remove(HASH_ALGORITHM);
        for (var member : object.entrySet()) {
            var plain = member.getValue();
            if (plain instanceof Map || plain instanceof List) member.setValue(value(plain, depth));
        }
        for (var digest : digests) {
            var disclosure = take(digest);
            if (disclosure != null) add(disclosure, object, depth);
        }
        return Collections.unmodifiableMap(object);
    }

    private void add(List<?> disclosure, Map<String, @Nullable Object> object, int depth) throws SdJwtRefused {
        if (disclosure.size() != 3 || !(disclosure.get(1) instanceof String name))
            throw new SdJwtRefused(WRONG_DISCLOSURE, "an array element disclosed as a claim");
        if (name.equals(DIGESTS) || name.equals(ELEMENT))
            throw new SdJwtRefused(RESERVED_NAME, "a disclosed claim named _sd or ...");
        if (depth == 0 && NEVER_HIDDEN.contains(name))
            throw new SdJwtRefused(CLAIM_NOT_TO_BE_HIDDEN, "a claim that must not be withheld came as a disclosure");
        if (object.containsKey(name)) throw new SdJwtRefused(CLAIM_TWICE, "a disclosed claim that is there already");
        object.put(name, value(disclosure.get(2), depth));
    }

    private List<@Nullable Object> array(List<?> array, int depth) throws SdJwtRefused {
        requireNotTooDeep(depth);
        var unfolded = new ArrayList<@Nullable Object>(array.size());
        for (var element : array) {
            if (!(element instanceof Map<?, ?> object) || !object.containsKey(ELEMENT)) {
                unfolded.add(value(element, depth));
                continue;
            }
            if (object.size() != 1) throw new SdJwtRefused(RESERVED_NAME, "a claim named ...");
            var disclosure = take(object.get(ELEMENT));
            // One that is withheld leaves no gap (§7.1, step 3).
            if (disclosure == null) continue;
            if (disclosure.size() != 2)
                throw new SdJwtRefused(WRONG_DISCLOSURE, "a claim disclosed as an array element");
            unfolded.add(value(disclosure.get(1), depth));
        }
        return Collections.unmodifiableList(unfolded);
    }

    private static List<?> digests(@Nullable Object value) throws SdJwtRefused {
        if (value instanceof List<?> digests) return digests;
        throw new SdJwtRefused(MALFORMED, "_sd is not a list of digests");
    }

    /// The disclosure of this digest, or null: withheld, or a decoy (§4.2.5). No digest may come twice.
    private @Nullable List<?> take(@Nullable Object digest) throws SdJwtRefused {
        if (!(digest instanceof String text)) throw new SdJwtRefused(MALFORMED, "a digest is not text");
        var disclosure = byDigest.get(text);
        var again = disclosure == null ? !withoutDisclosure.add(text) : disclosure.used;
        if (again) throw new SdJwtRefused(DIGEST_TWICE, "the same digest twice");
        if (disclosure == null) return null;
        disclosure.used = true;
        used++;
        return disclosure.parts;
    }

    private static void requireNotTooDeep(int depth) throws SdJwtRefused {
        if (depth > PlainJson.DEEPEST) throw new SdJwtRefused(MALFORMED, "nested too deeply");
    }
}
