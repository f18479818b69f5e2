package org.kith.credential.mdoc;

import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// What a device adds when it presents: elements of its own, and the proof that it holds the key (ISO 18013-5
/// §8.3.2.1.2.2).
///
/// @param proof a COSE_Sign1 or a COSE_Mac0, unverified
record DeviceSigned(EncodedCbor elements, boolean mac, Cbor proof) {
    static DeviceSigned read(Cbor value) throws Malformed, MdocRefused {
        if (!(value instanceof Cbor.Map map)
                || map.get("nameSpaces").isEmpty()
                || !(map.get("deviceAuth").orElse(null) instanceof Cbor.Map auth))
            throw new MdocRefused(MdocRefused.Reason.DEVICE_AUTHENTICATION_MISSING, "no deviceAuth");
        var elements = EncodedCbor.read(map.get("nameSpaces").get());
        elements.map("the device's nameSpaces");
        var signature = auth.get("deviceSignature");
        var mac = auth.get("deviceMac");
        if (signature.isPresent() == mac.isPresent())
            throw new MdocRefused(
                    MdocRefused.Reason.DEVICE_AUTHENTICATION_MISSING, "deviceAuth is not one of signature and MAC");
        return new DeviceSigned(
                elements, mac.isPresent(), signature.or(() -> mac).orElseThrow());
    }

    static Cbor write(EncodedCbor elements, Cbor signature) {
        return Cbor.map()
                .put("nameSpaces", elements.tagged())
                .put("deviceAuth", Cbor.map().put("deviceSignature", signature).build())
                .build();
    }
}
