package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Signer;

/// A credential in its holder's hands, with all its disclosures: the holder picks which of them to show (RFC
/// 9901 §6).
/// The issuer's signature is not looked at here; the verifier does that.
public final class HeldSdJwt {
    private final PresentedSdJwt issued;
    /// Where each disclosure belongs; in the order of the credential.
    private final Map<ClaimPath, Integer> places = new LinkedHashMap<>();

    private HeldSdJwt(PresentedSdJwt issued) {
        this.issued = issued;
    }

    /// Takes a credential as the issuer handed it over.
    public static HeldSdJwt parse(String issued) throws SdJwtRefused {
        var held = new HeldSdJwt(PresentedSdJwt.parse(issued));
        var payload = held.issued.issuerJwt().payload();
        Unfolding.requireHashAlgorithm(payload);
        held.locate(payload, held.byDigest(), List.of());
        return held;
    }

    /// What can be withheld.
    public Set<ClaimPath> disclosable() {
        return Set.copyOf(places.keySet());
    }

    /// What can be withheld of one claim: itself, and what lies within it.
    public Set<ClaimPath> disclosable(ClaimPath claim) {
        return places.keySet().stream().filter(claim::leadsTo).collect(Collectors.toUnmodifiableSet());
    }

    /// An SD-JWT that shows these claims, with what leads to them, and no more: what can be withheld within
    /// them is,
    /// if it is not named too ([#disclosable(ClaimPath)]). Ends in `~`.
    public String present(Collection<ClaimPath> shown) {
        var text = new StringBuilder(issued.text.length)
                .append(slice(0, issued.tildes[0]))
                .append('~');
        places.forEach((place, index) -> {
            if (shown.stream().anyMatch(place::leadsTo)) {
                text.append(slice(issued.disclosureFrom(index), issued.disclosureTo(index)))
                        .append('~');
            }
        });
        return text.toString();
    }

    /// The same with a key binding JWT behind it (RFC 9901 §4.3), made at `now` for one request of one
    /// verifier.
    ///
    /// @param nonce from the verifier's request
    /// @param audience the verifier
    /// @param holder signs with the key the credential was issued to
    public String present(Collection<ClaimPath> shown, String nonce, String audience, Instant now, Signer holder) {
        var presentation = present(shown);
        var bytes = presentation.getBytes(US_ASCII);
        var claims = new LinkedHashMap<String, @Nullable Object>();
        claims.put("iat", now.getEpochSecond());
        claims.put("aud", audience);
        claims.put("nonce", nonce);
        claims.put("sd_hash", new Sha256().of(bytes, 0, bytes.length));
        var header = Map.of("alg", "ES256", "typ", KeyBindingCheck.TYP);
        var input = Base64Url.write(PlainJson.write(header)) + "." + Base64Url.write(PlainJson.write(claims));
        return presentation + input + "." + Base64Url.write(holder.sign(input.getBytes(US_ASCII)));
    }

    private Map<String, Integer> byDigest() {
        var sha256 = new Sha256();
        var byDigest = new HashMap<String, Integer>();
        for (var i = 0; i < issued.disclosures(); i++) {
            byDigest.put(sha256.of(issued.text, issued.disclosureFrom(i), issued.disclosureTo(i)), i);
        }
        return byDigest;
    }

    private void locate(@Nullable Object value, Map<String, Integer> byDigest, List<Object> way) throws SdJwtRefused {
        if (way.size() > PlainJson.DEEPEST) throw new SdJwtRefused(SdJwtRefused.Reason.MALFORMED, "nested too deeply");
        if (value instanceof Map<?, ?> object) {
            for (var member : object.entrySet()) {
                locate(member.getValue(), byDigest, step(way, (String) member.getKey()));
            }
            if (object.get(Unfolding.DIGESTS) instanceof List<?> digests) {
                for (var digest : digests) {
                    found(digest, byDigest, way, -1);
                }
            }
        }
        if (value instanceof List<?> array) {
            for (var i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof Map<?, ?> element && element.containsKey(Unfolding.ELEMENT))
                    found(element.get(Unfolding.ELEMENT), byDigest, way, i);
                else locate(array.get(i), byDigest, step(way, i));
            }
        }
    }

    /// A digest on the way `way`, of a claim, or of the array element `element` if that is not -1.
    private void found(@Nullable Object digest, Map<String, Integer> byDigest, List<Object> way, int element)
            throws SdJwtRefused {
        var index = digest instanceof String text ? byDigest.remove(text) : null;
        if (index == null) return;
        var disclosure = Unfolding.disclosure(issued, index);
        if (disclosure.size() != (element < 0 ? 3 : 2))
            throw new SdJwtRefused(SdJwtRefused.Reason.WRONG_DISCLOSURE, "a disclosure in the wrong place");
        var place = step(way, element < 0 ? (String) disclosure.get(1) : element);
        places.put(new ClaimPath(place), index);
        locate(disclosure.getLast(), byDigest, place);
    }

    private static List<Object> step(List<Object> way, Object step) {
        var further = new ArrayList<Object>(way);
        further.add(step);
        return further;
    }

    private String slice(int from, int to) {
        return new String(issued.text, from, to - from, US_ASCII);
    }
}
