package org.kith.credential.emrtd;

import java.io.IOException;
import java.security.Provider;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.kith.credential.encoding.Malformed;

/// Where Bouncy Castle reads what strangers wrote: whatever it throws becomes one refusal.
final class Asn1 {
    /// Knows the curves that states use, also written out as numbers, as ICAO 9303-12 §4.4 asks; never registered.
    static final Provider PROVIDER = new BouncyCastleProvider();

    private Asn1() {}

    /// A reading of bytes that may be anything.
    interface Reading<T> {
        T read() throws Exception;
    }

    /// @param what what the bytes should be, such as "a signed object"
    static <T> T read(String what, Reading<T> reading) throws Malformed {
        try {
            return reading.read();
        } catch (Malformed e) {
            throw e;
        } catch (Exception _) {
            // Its message may quote the data.
            throw new Malformed("not " + what);
        }
    }

    /// The one DER object in these bytes.
    static ASN1Primitive object(byte[] der, int longest) throws Malformed {
        if (der.length > longest) throw new Malformed("too long");
        Tlv.requireDefinite(der);
        return read("DER", () -> {
            try {
                return ASN1Primitive.fromByteArray(der);
            } catch (IOException e) {
                throw new Malformed("not DER");
            }
        });
    }
}
