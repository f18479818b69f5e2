package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Signer;

/// Issues SD-JWTs (RFC 9901 §5).
public final class SdJwtIssuer {
    private final Signer signer;
    private final SecureRandom random;

    public SdJwtIssuer(Signer signer, SecureRandom random) {
        this.signer = signer;
        this.random = random;
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
        header.put("kid", signer.keyId());
        header.put("typ", typ);
        var input = Base64Url.write(PlainJson.write(header)) + "." + Base64Url.write(PlainJson.write(folded.payload()));
        return input + "." + Base64Url.write(signer.sign(input.getBytes(US_ASCII))) + "~" + folded.disclosures();
    }
}
