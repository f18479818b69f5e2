package org.kith.credential.mdoc;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Signer;
import org.kith.credential.signing.X5c;

/// Issues mdocs (ISO/IEC 18013-5 §9.1.2). The certificate of the document signer goes along, its root stays away.
public final class MdocIssuer {
    private static final int SALT = 32;

    private final Signer signer;
    private final Cbor.Map unprotected;
    private final SecureRandom random;

    /// @param certificate of the signer's key, as [org.kith.credential.trust.IacaRoots] accepts it
    /// @throws IllegalArgumentException if it is of another key
    public MdocIssuer(Signer signer, X509Certificate certificate, SecureRandom random) {
        this.signer = signer;
        this.random = random;
        this.unprotected = Cbor.map()
                .put(X5c.COSE, new Cbor.Bytes(X5c.der(signer, certificate)))
                .build();
    }

    /// An IssuerSigned with every element in it, as OpenID4VCI hands it over (appendix A.2, before base64url).
    public byte[] issue(MdocContent content) {
        var digests = new LinkedHashMap<String, Map<Long, Cbor.Bytes>>();
        var namespaces = new LinkedHashMap<String, List<SignedElement>>();
        var sha256 = SignedElement.sha256();
        content.elements().forEach((namespace, elements) -> {
            var signed = salted(elements);
            var numbered = new HashMap<Long, Cbor.Bytes>();
            signed.forEach(each -> numbered.put(each.number(), each.digest(sha256)));
            namespaces.put(namespace, signed);
            digests.put(namespace, numbered);
        });
        var object = new SecurityObject(
                content.docType(), digests, content.deviceKey(), content.validity(), content.status());
        var payload = EncodedCbor.of(object.write()).write();
        return Cbor.write(IssuerSigned.write(namespaces, CoseSign1.signUntagged(unprotected, payload, signer)));
    }

    /// Numbers in an order that says nothing of the elements.
    private List<SignedElement> salted(Map<String, Cbor> elements) {
        var numbers =
                new ArrayList<>(IntStream.range(0, elements.size()).boxed().toList());
        Collections.shuffle(numbers, random);
        var signed = new ArrayList<SignedElement>();
        elements.forEach((identifier, value) -> {
            var salt = new byte[SALT];
            random.nextBytes(salt);
            signed.add(SignedElement.of(numbers.get(signed.size()), salt, identifier, value));
        });
        return signed;
    }
}
