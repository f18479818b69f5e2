package org.kith.credential.mdoc;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
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
    /// 128 bits, the least that §9.1.2.5 allows, and as many as an SD-JWT has.
    private static final int SALT = 16;

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
        var digests = new LinkedHashMap<String, Cbor.Map>();
        var namespaces = new LinkedHashMap<String, List<SignedElement>>();
        var sha256 = SignedElement.sha256();
        content.elements().forEach((namespace, elements) -> {
            var signed = salted(elements);
            var numbered = Cbor.map();
            signed.forEach(each -> numbered.put(each.number(), each.digest(sha256)));
            namespaces.put(namespace, signed);
            digests.put(namespace, numbered.build());
        });
        var object = new SecurityObject(
                content.docType(), digests, content.deviceKey(), content.validity(), content.status());
        var payload = EncodedCbor.of(object.write()).write();
        return Cbor.write(IssuerSigned.write(namespaces, CoseSign1.signUntagged(unprotected, payload, signer)));
    }

    /// Numbers in an order that says nothing of the elements.
    private List<SignedElement> salted(Map<String, Cbor> elements) {
        var count = elements.size();
        // Drawn in one go: each draw costs more than the digest it is for.
        var drawn = ByteBuffer.allocate((SALT + Integer.BYTES) * count);
        random.nextBytes(drawn.array());
        var numbers = shuffled(count, drawn);
        var signed = new ArrayList<SignedElement>(count);
        elements.forEach((identifier, value) -> {
            var salt = new byte[SALT];
            drawn.get(salt);
            signed.add(SignedElement.of(numbers[signed.size()], salt, identifier, value));
        });
        return signed;
    }

    /// Fisher and Yates; 32 bits for each choice among a few leave no order that is noticeably likelier.
    private static int[] shuffled(int count, ByteBuffer drawn) {
        var numbers = IntStream.range(0, count).toArray();
        for (var last = count - 1; last >= 0; last--) {
            var other = (int) (Integer.toUnsignedLong(drawn.getInt()) % (last + 1));
            var kept = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = kept;
        }
        return numbers;
    }
}
