package org.kith.credential.emrtd;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.credential.encoding.Malformed;

/// The certificates of states (CSCA) whose passports are believed.
public final class TrustedStates {
    private final List<X509Certificate> certificates;

    private TrustedStates(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /// From DER, as [MasterList.Csca#certificate] gave it.
    ///
    /// @throws IllegalArgumentException if one is not a certificate
    public static TrustedStates of(List<byte[]> certificates) {
        var read = new ArrayList<X509Certificate>();
        for (var each : certificates) {
            try {
                read.add(Certificates.of(each));
            } catch (Malformed e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new TrustedStates(read);
    }

    /// The two letters in certificates of the state that issued a passport, by its code in the machine readable zone.
    public static String country(String issuer) {
        return States.inCertificates(issuer);
    }

    /// Who certified a signer; a name or a key identifier alone is nobody's.
    Optional<X509Certificate> issuerOf(X509Certificate signer) {
        return certificates.stream()
                .filter(each -> Certificates.isNamedBy(signer, each))
                .filter(each -> Certificates.isSignedBy(signer, each))
                .findFirst();
    }
}
