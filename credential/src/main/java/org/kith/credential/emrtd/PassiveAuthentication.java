package org.kith.credential.emrtd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.kith.credential.emrtd.PassiveResult.Altered;
import org.kith.credential.emrtd.PassiveResult.Genuine;
import org.kith.credential.emrtd.PassiveResult.Incomplete;
import org.kith.credential.emrtd.PassiveResult.Reason;
import org.kith.credential.emrtd.PassiveResult.SignatureWrong;
import org.kith.credential.emrtd.PassiveResult.SignerExpired;
import org.kith.credential.emrtd.PassiveResult.SignerNotEntitled;
import org.kith.credential.emrtd.PassiveResult.UnknownCsca;
import org.kith.credential.emrtd.PassiveResult.Unreadable;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzReader;
import org.kith.credential.mrz.MrzReading;

/// Finds out whether a chip's files are as a trusted state signed them (ICAO 9303-11 §5.1, 9303-12 §8).
///
/// **Certificates must be valid at the moment of the check**, not at the one of signing: a signer's certificate
/// outlives
/// every passport it signed (9303-12 §7.1), and a time of signing would be the signer's own word. Revocation lists are
/// not asked.
public final class PassiveAuthentication {
    private static final List<Integer> NEEDED = List.of(ChipFiles.DG1, ChipFiles.DG2);
    private static final List<Integer> NEEDED_IF_LISTED = List.of(ChipFiles.DG14, ChipFiles.DG15);
    private static final int DG1_TAG = 0x61;
    private static final int MRZ_TAG = 0x5F1F;

    private final TrustedStates states;

    public PassiveAuthentication(TrustedStates states) {
        this.states = states;
    }

    public PassiveResult check(ChipFiles files, Instant at) {
        try {
            var object = SecurityObject.read(files.sod());
            for (var group : NEEDED) if (files.group(group).isEmpty()) return new Incomplete(group);
            for (var group : NEEDED_IF_LISTED) {
                if (object.lists(group) && files.group(group).isEmpty()) return new Incomplete(group);
            }
            if (!object.signed().isSigned()) return new SignatureWrong();
            var altered = object.altered(files);
            if (!altered.isEmpty()) return new Altered(altered);

            return chain(files, object.signed().signer(), at);
        } catch (Malformed e) {
            return new Unreadable(e.fault());
        }
    }

    private PassiveResult chain(ChipFiles files, X509Certificate signer, Instant at) throws Malformed {
        var named = Certificates.country(signer);
        var issuer = states.issuerOf(signer);
        if (issuer.isEmpty()) return new UnknownCsca(named.orElse(""));

        var csca = issuer.get();
        var country = Certificates.country(csca);
        if (country.isEmpty() || !country.equals(named)) return new SignerNotEntitled(Reason.OTHER_COUNTRY);
        if (!Certificates.maySignCertificates(csca) || !Certificates.maySignData(signer))
            return new SignerNotEntitled(Reason.KEY_USAGE);
        if (!Certificates.isWithinValidity(signer, at)) return expired(signer);
        if (!Certificates.isWithinValidity(csca, at)) return expired(csca);

        var mrz = zone(files.group(ChipFiles.DG1).orElseThrow(), at);
        if (!States.inCertificates(mrz.issuer()).equals(country.get()))
            return new SignerNotEntitled(Reason.PASSPORT_OF_ANOTHER_STATE);
        return new Genuine(new VerifiedChip(files, mrz, country.get(), csca));
    }

    private static SignerExpired expired(X509Certificate certificate) {
        return new SignerExpired(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /// DG1 is a zone without line ends (9303-10 §4.7.1).
    private static Mrz zone(byte[] dg1, Instant at) throws Malformed {
        var zone = new String(Tlv.only(Tlv.only(dg1, DG1_TAG), MRZ_TAG), US_ASCII);
        var length = switch (zone.length()) {
            case 88 -> 44;
            case 72 -> 36;
            case 90 -> 30;
            default -> throw new Malformed("a zone of no known length");
        };
        var lines = zone.replaceAll("(.{" + length + "})(?!$)", "$1\n");
        return switch (MrzReader.read(lines, LocalDate.ofInstant(at, ZoneOffset.UTC))) {
            case MrzReading.Read(var mrz) -> mrz;
            case MrzReading.Refused _ -> throw new Malformed("not a machine readable zone");
        };
    }
}
