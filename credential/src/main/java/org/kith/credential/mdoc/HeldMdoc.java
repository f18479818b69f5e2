package org.kith.credential.mdoc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Signer;

/// An mdoc in the hands of its holder, who shows of it what they choose.
public final class HeldMdoc {
    private static final EncodedCbor NO_ELEMENTS = EncodedCbor.of(Cbor.map().build());

    private final String docType;
    private final IssuerSigned issued;
    private final Signer device;

    /// @param issued as the issuer handed it over
    /// @param device the key that the issuer named in it
    public HeldMdoc(String docType, byte[] issued, Signer device) throws Malformed {
        this.docType = docType;
        this.issued = IssuerSigned.parse(issued);
        this.device = device;
    }

    /// A DeviceResponse with these elements and no others, signed for this session.
    ///
    /// @param shown by namespace; what the mdoc does not hold stays away
    public byte[] present(Map<String, Set<String>> shown, SessionTranscript transcript) {
        var elements = new LinkedHashMap<String, List<SignedElement>>();
        issued.elements().forEach((namespace, each) -> {
            var chosen = each.stream()
                    .filter(one -> shown.getOrDefault(namespace, Set.of()).contains(one.identifier()))
                    .toList();
            if (!chosen.isEmpty()) elements.put(namespace, chosen);
        });
        var signature = CoseSign1.signDetached(transcript.authentication(docType, NO_ELEMENTS), device);
        return DeviceResponse.write(Cbor.map()
                .put("docType", new Cbor.Text(docType))
                .put("issuerSigned", IssuerSigned.write(elements, issued.issuerAuth()))
                .put("deviceSigned", DeviceSigned.write(NO_ELEMENTS, signature))
                .build());
    }
}
