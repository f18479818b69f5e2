package org.kith.credential.mdoc;

import static org.kith.credential.mdoc.MdocRefused.Reason.ALTERED_ELEMENT;
import static org.kith.credential.mdoc.MdocRefused.Reason.DEVICE_NOT_GENUINE;
import static org.kith.credential.mdoc.MdocRefused.Reason.ELEMENT_TWICE;
import static org.kith.credential.mdoc.MdocRefused.Reason.EXPIRED;
import static org.kith.credential.mdoc.MdocRefused.Reason.MALFORMED;
import static org.kith.credential.mdoc.MdocRefused.Reason.NOT_GENUINE;
import static org.kith.credential.mdoc.MdocRefused.Reason.NOT_YET_VALID;
import static org.kith.credential.mdoc.MdocRefused.Reason.UNKNOWN_SIGNER;
import static org.kith.credential.mdoc.MdocRefused.Reason.UNSIGNED_ELEMENT;
import static org.kith.credential.mdoc.MdocRefused.Reason.WRONG_DOC_TYPE;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.X5c;
import org.kith.credential.trust.DocumentSigners;

/// Verifies mdocs (ISO/IEC 18013-5 §9.3.1). The one place where a [VerifiedMdoc] comes from.
public final class MdocVerifier {
    /// How far another clock may run ahead of ours.
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final DocumentSigners signers;
    private final Clock clock;

    public MdocVerifier(DocumentSigners signers, Clock clock) {
        this.signers = signers;
        this.clock = clock;
    }

    /// Believes what an issuer handed over, or says why not. It says nothing of who holds it.
    ///
    /// @param docType that is asked for
    public VerifiedMdoc verify(IssuerSigned presented, String docType) throws MdocRefused {
        try {
            return believed(presented, docType);
        } catch (Malformed e) {
            throw new MdocRefused(MALFORMED, e.fault());
        }
    }

    /// Believes what a device presents in this session, or says why not.
    ///
    /// @param docType that is asked for
    public VerifiedMdoc verify(PresentedMdoc presented, String docType, DeviceSession session) throws MdocRefused {
        try {
            if (!presented.docType().equals(docType)) throw new MdocRefused(WRONG_DOC_TYPE, "another docType");
            var mdoc = believed(presented.issuerSigned(), docType);
            requireDevice(presented.deviceSigned(), mdoc, session);
            return mdoc;
        } catch (Malformed e) {
            throw new MdocRefused(MALFORMED, e.fault());
        }
    }

    private VerifiedMdoc believed(IssuerSigned presented, String docType) throws MdocRefused, Malformed {
        var signature = presented.signature();
        var object = SecurityObject.read(EncodedCbor.read(signature.payload()).map("a security object"));
        requireGenuine(signature, object);
        if (!object.docType().equals(docType)) throw new MdocRefused(WRONG_DOC_TYPE, "another docType is signed");
        requireInTime(object.validity());
        return new VerifiedMdoc(object, elements(presented, object));
    }

    private void requireGenuine(CoseSign1 signature, SecurityObject object) throws MdocRefused, Malformed {
        var key = signers.find(
                chain(signature.unprotectedHeader(X5c.COSE).orElse(null)),
                object.validity().signed());
        if (key.isEmpty()) throw new MdocRefused(UNKNOWN_SIGNER, "nobody trusted vouches for the signer");
        if (!signature.verify(key.get())) throw new MdocRefused(NOT_GENUINE, "the issuer's signature fails");
    }

    private static List<byte[]> chain(@Nullable Cbor x5chain) throws Malformed {
        return switch (x5chain) {
            case Cbor.Bytes one -> List.of(one.value());
            case Cbor.Array(var several) -> {
                var chain = new ArrayList<byte[]>();
                for (var each : several) {
                    if (!(each instanceof Cbor.Bytes one)) throw new Malformed("an x5chain that does not hold bytes");
                    chain.add(one.value());
                }
                yield chain;
            }
            case null, default -> throw new Malformed("an mdoc without x5chain");
        };
    }

    private void requireInTime(Validity validity) throws MdocRefused {
        var now = clock.instant();
        if (validity.signed().isAfter(now.plus(SKEW)) || validity.from().isAfter(now.plus(SKEW)))
            throw new MdocRefused(NOT_YET_VALID, "validFrom lies ahead");
        if (!validity.until().isAfter(now)) throw new MdocRefused(EXPIRED, "validUntil has passed");
    }

    private static Map<String, Map<String, Cbor>> elements(IssuerSigned presented, SecurityObject object)
            throws MdocRefused {
        var sha256 = SignedElement.sha256();
        var namespaces = new LinkedHashMap<String, Map<String, Cbor>>();
        for (var namespace : presented.elements().entrySet()) {
            var digests = object.digests().get(namespace.getKey());
            var count = namespace.getValue().size();
            var seen = HashSet.<Long>newHashSet(count);
            var elements = LinkedHashMap.<String, Cbor>newLinkedHashMap(count);
            for (var element : namespace.getValue()) {
                var digest =
                        digests == null ? null : digests.get(element.number()).orElse(null);
                if (digest == null) throw new MdocRefused(UNSIGNED_ELEMENT, "an element without a digest");
                if (!digest.equals(element.digest(sha256)))
                    throw new MdocRefused(ALTERED_ELEMENT, "an element whose digest is another");
                if (!seen.add(element.number()) || elements.put(element.identifier(), element.value()) != null)
                    throw new MdocRefused(ELEMENT_TWICE, "an element twice");
            }
            namespaces.put(namespace.getKey(), Collections.unmodifiableMap(elements));
        }
        return Collections.unmodifiableMap(namespaces);
    }

    private static void requireDevice(DeviceSigned device, VerifiedMdoc mdoc, DeviceSession session)
            throws MdocRefused, Malformed {
        var payload = session.transcript().authentication(mdoc.docType(), device.elements());
        if (!isGenuine(device, payload, mdoc, session))
            throw new MdocRefused(DEVICE_NOT_GENUINE, "another key than the issuer named, or another session");
    }

    private static boolean isGenuine(DeviceSigned device, byte[] payload, VerifiedMdoc mdoc, DeviceSession session)
            throws Malformed {
        if (!device.mac()) return CoseSign1.detached(device.proof(), payload).verify(mdoc.deviceKey());

        var readerKey = session.readerKey();
        return readerKey != null
                && DeviceMac.verify(
                        device.proof(),
                        payload,
                        mdoc.deviceKey(),
                        readerKey,
                        session.transcript().bytes());
    }
}
