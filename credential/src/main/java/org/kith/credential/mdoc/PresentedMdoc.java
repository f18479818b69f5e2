package org.kith.credential.mdoc;

import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// A document as a device presents it: read, **not verified**.
public final class PresentedMdoc {
    private final String docType;
    private final IssuerSigned issuerSigned;
    private final DeviceSigned deviceSigned;

    private PresentedMdoc(String docType, IssuerSigned issuerSigned, DeviceSigned deviceSigned) {
        this.docType = docType;
        this.issuerSigned = issuerSigned;
        this.deviceSigned = deviceSigned;
    }

    static PresentedMdoc read(Cbor value) throws Malformed, MdocRefused {
        if (!(value instanceof Cbor.Map map)
                || !(map.get("docType").orElse(null) instanceof Cbor.Text(var docType))
                || map.get("issuerSigned").isEmpty()) throw new Malformed("a document without docType or issuerSigned");
        if (map.get("deviceSigned").isEmpty())
            throw new MdocRefused(MdocRefused.Reason.DEVICE_AUTHENTICATION_MISSING, "no deviceSigned");
        return new PresentedMdoc(
                docType,
                IssuerSigned.read(map.get("issuerSigned").get()),
                DeviceSigned.read(map.get("deviceSigned").get()));
    }

    /// Unverified.
    public String docType() {
        return docType;
    }

    IssuerSigned issuerSigned() {
        return issuerSigned;
    }

    DeviceSigned deviceSigned() {
        return deviceSigned;
    }
}
