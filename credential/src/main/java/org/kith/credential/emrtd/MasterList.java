package org.kith.credential.emrtd;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;

/// Reads a list of the certificates of states that one of them published (ICAO 9303-12 §9), such as Germany's.
public final class MasterList {
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int MOST = 10_000;
    private static final String SIGNS_MASTER_LISTS = "2.23.136.1.1.3";

    private MasterList() {}

    /// A state's certificate.
    ///
    /// @param fingerprint SHA-256 of it, in small letters
    /// @param country     two letters
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Csca(
            String fingerprint,
            byte[] certificate,
            String country,
            byte @Nullable [] subjectKey,
            Instant from,
            Instant until) {
        static Optional<Csca> of(X509Certificate certificate) {
            var der = Certificates.der(certificate);
            return Certificates.country(certificate)
                    .filter(_ -> Certificates.maySignCertificates(certificate))
                    .map(country -> new Csca(
                            Certificates.fingerprint(der),
                            der,
                            country,
                            Certificates.subjectKey(certificate).orElse(null),
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant()));
        }
    }

    /// What came of reading a list.
    public sealed interface Result {
        /// As a state published it.
        ///
        /// @param anchor   the confirmed certificate that vouches for it
        /// @param unusable how many certificates on it could not be read, or are not of a state
        record Verified(Csca anchor, List<Csca> certificates, int unusable) implements Result {
            public Verified {
                certificates = List.copyOf(certificates);
            }
        }

        record Unreadable(String fault) implements Result {}

        record SignatureWrong() implements Result {}

        /// Its signer, or the certificate above it, has ended or not begun, or is not for signing lists.
        record SignerNotEntitled() implements Result {}

        /// Signed under a state's certificate that nobody has confirmed.
        ///
        /// @param anchor that certificate, if it came along
        record NotConfirmed(Optional<Csca> anchor) implements Result {}
    }

    /// Reads a list, and finds out who vouches for it.
    ///
    /// @param confirmed fingerprints of certificates that a person has compared
    public static Result read(byte[] file, Set<String> confirmed, Instant at) {
        try {
            var signed = SignedContent.read(file, ICAOObjectIdentifiers.id_icao_cscaMasterList, LONGEST);
            if (!signed.isSigned()) return new Result.SignatureWrong();

            var unusable = new int[1];
            var listed = listed(signed.content(), unusable);
            return judge(signed, listed, unusable[0], confirmed, at);
        } catch (Malformed e) {
            return new Result.Unreadable(e.fault());
        }
    }

    private static Result judge(
            SignedContent signed, List<X509Certificate> listed, int unusable, Set<String> confirmed, Instant at) {
        var signer = signed.signer();
        var above = new ArrayList<>(signed.certificates());
        above.addAll(listed);
        var issuers = above.stream()
                .filter(each -> Certificates.isNamedBy(signer, each) && Certificates.isSignedBy(signer, each))
                .flatMap(each -> Csca.of(each).stream())
                .toList();
        var anchor = issuers.stream()
                .filter(each -> confirmed.contains(each.fingerprint()))
                .findFirst();
        if (anchor.isEmpty()) return new Result.NotConfirmed(issuers.stream().findFirst());
        if (!maySignLists(signer)
                || !Certificates.isWithinValidity(signer, at)
                || at.isBefore(anchor.get().from())
                || at.isAfter(anchor.get().until())) return new Result.SignerNotEntitled();

        var usable = listed.stream().flatMap(each -> Csca.of(each).stream()).toList();
        return new Result.Verified(anchor.get(), usable, unusable + listed.size() - usable.size());
    }

    /// One certificate that cannot be read does not take the others away: states have published stranger ones.
    private static List<X509Certificate> listed(byte[] content, int[] unusable) throws Malformed {
        var object = Asn1.object(content, LONGEST);
        return Asn1.read("a master list", () -> {
            var list = ASN1Sequence.getInstance(object);
            if (!ASN1Integer.getInstance(list.getObjectAt(0)).hasValue(0)) throw new Malformed("of another version");
            var certificates = new ArrayList<X509Certificate>();
            for (var each : ASN1Set.getInstance(list.getObjectAt(1))) {
                if (certificates.size() + unusable[0] == MOST) throw new Malformed("too long");
                try {
                    certificates.add(Certificates.of(each.toASN1Primitive().getEncoded()));
                } catch (Malformed _) {
                    unusable[0]++;
                }
            }
            return certificates;
        });
    }

    private static boolean maySignLists(X509Certificate signer) {
        try {
            var purposes = signer.getExtendedKeyUsage();
            return Certificates.maySignData(signer) && purposes != null && purposes.contains(SIGNS_MASTER_LISTS);
        } catch (CertificateParsingException _) {
            return false;
        }
    }
}
