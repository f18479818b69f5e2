package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Signer;
import org.kith.credential.signing.X5c;

/// Issues SD-JWTs (RFC 9901 §5).
public final class SdJwtIssuer {
    private final Signer signer;
    private final SecureRandom random;
    /// How the header names the key: a member and its value.
    private final Map.Entry<String, Object> named;

    private SdJwtIssuer(Signer signer, Map.Entry<String, Object> named, SecureRandom random) {
        this.signer = signer;
        this.named = named;
        this.random = random;
    }

    /// For verifiers that know the issuer's keys by `kid`.
    public SdJwtIssuer(Signer signer, SecureRandom random) {
        this(signer, Map.entry("kid", signer.keyId()), random);
    }

    /// For verifiers that know a root: the signer's certificate goes along in `x5c`, its root stays away.
    ///
    /// @param certificate of the signer's key, as [org.kith.credential.trust.IacaRoots] accepts it
    /// @throws IllegalArgumentException if it is of another key
    public SdJwtIssuer(Signer signer, X509Certificate certificate, SecureRandom random) {
        this(signer, Map.entry("x5c", X5c.leaf(signer, certificate)), random);
    }

    /// A verifiable credential, all its disclosures behind it. Ends in `~`.
    ///
    /// @throws IllegalArgumentException if a path leads nowhere, or a claim bears a reserved name
    public String issue(SdJwtContent content) {
        return issue(SdJwtVerifier.CREDENTIAL, content.payload(), content.disclosable(), content.decoys());
    }

    /// An SD-JWT of another kind.
    ///
    /// @param typ keeps it from passing for one of another kind
    /// @throws IllegalArgumentException as above
    public String issue(
            String typ, Map<String, @Nullable Object> payload, Collection<ClaimPath> disclosable, int decoys) {
        var folded = Folding.fold(payload, disclosable, decoys, random);
        var header = new LinkedHashMap<String, @Nullable Object>();
        header.put("alg", "ES256");
        header.put(named.getKey(), named.getValue());
        header.put("typ", typ);
        var input = Base64Url.write(PlainJson.write(header)) + "." + Base64Url.write(PlainJson.write(folded.payload()));
        return input + "." + Base64Url.write(signer.sign(input.getBytes(US_ASCII))) + "~" + folded.disclosures();
    }
}
