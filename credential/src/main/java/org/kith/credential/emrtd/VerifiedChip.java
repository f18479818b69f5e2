package org.kith.credential.emrtd;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.kith.credential.mrz.Mrz;

/// What a chip says, as its state signed it. Only [PassiveAuthentication] makes one.
public final class VerifiedChip {
    private final ChipFiles files;
    private final Mrz mrz;
    private final String country;
    private final X509Certificate csca;

    VerifiedChip(ChipFiles files, Mrz mrz, String country, X509Certificate csca) {
        this.files = files;
        this.mrz = mrz;
        this.country = country;
        this.csca = csca;
    }

    /// Its machine readable zone, from DG1.
    public Mrz mrz() {
        return mrz;
    }

    /// The two letters of the state whose certificate vouches for it.
    public String country() {
        return country;
    }

    /// The SHA-256 of that certificate, in small letters.
    public String cscaFingerprint() {
        return Certificates.fingerprint(Certificates.der(csca));
    }

    /// The portrait, from DG2; nothing where it is in no form that is known.
    public Optional<Portrait> portrait() {
        return files.group(ChipFiles.DG2).flatMap(Portrait::in);
    }

    /// The key with which the chip can prove that it is no copy, from DG15.
    public Optional<ActiveAuthentication> activeAuthentication() {
        return files.group(ChipFiles.DG15).flatMap(dg15 -> ActiveAuthentication.of(dg15, files.group(ChipFiles.DG14)));
    }

    /// Whether the chip can prove so to a reader, by a key in DG14.
    public boolean offersChipAuthentication() {
        return files.group(ChipFiles.DG14)
                .filter(ChipSecurity::offersChipAuthentication)
                .isPresent();
    }

    /// The SHA-256 of EF.SOD.
    public byte[] digest() {
        return Digests.of("SHA-256", files.sod());
    }
}
