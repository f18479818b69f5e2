package org.kith.server.keys;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;
import org.kith.credential.trust.Fingerprint;
import org.kith.server.keys.SigningEntries.Entry;

/// The daily keys' side of a ceremony: makes the next keys and asks a root to vouch for them, then takes over what it
/// said.
public final class KeyRequests {
    private KeyRequests() {}

    /// A request that was written down.
    public record Asked(Purpose purpose, String keyId) {}

    /// What was asked for.
    ///
    /// @param pem for `kith keys ceremony sign`
    public record Written(String pem, List<Asked> asked) {}

    /// Makes a key for each purpose that needs a root's word, unless one waits for it already, and asks for it. Nothing
    /// is signed with them yet.
    public static Written write(KeyPlace place, Authority authority, Clock clock) {
        Keys.demandKeys(place);
        var password = PasswordFile.read(place.passwordFile());
        return OwnFile.alone(place.lock(), () -> write(place, password, authority, clock));
    }

    private static Written write(KeyPlace place, char[] password, Authority authority, Clock clock) {
        try (var token = Keys.token(place)) {
            var file = KeyFile.read(place.file(), password);
            var entries = Keys.entries(file, token);
            var requests = new ArrayList<PKCS10CertificationRequest>();
            var asked = new ArrayList<Asked>();
            for (var purpose : certified()) {
                var entry = waiting(file, entries, purpose).stream()
                        .findFirst()
                        .orElseGet(() ->
                                entries.make(purpose, new Issuer(authority.organisation(), false), clock.instant()));
                requests.add(new KeyRequest(purpose, entry.publicKey(), authority)
                        .signed(entries.privateKey(entry.alias()), entries.provider()));
                asked.add(new Asked(purpose, entry.id()));
            }
            OwnFile.replace(place.file(), file.bytes());
            return new Written(Pem.write(requests), List.copyOf(asked));
        }
    }

    /// Takes over the certificates that a root signed. The root itself is believed once its fingerprint was compared.
    ///
    /// @param confirmed the root's fingerprint, from the protocol of the ceremony; none for a root known already
    /// @throws KeyRefusal if anything about them is not as it must be: then nothing is changed
    public static List<IssuedCertificate> install(KeyPlace place, String pem, @Nullable Fingerprint confirmed) {
        Keys.demandKeys(place);
        var password = PasswordFile.read(place.passwordFile());
        return OwnFile.alone(place.lock(), () -> install(place, password, pem, confirmed));
    }

    private static List<IssuedCertificate> install(
            KeyPlace place, char[] password, String pem, @Nullable Fingerprint confirmed) {
        try (var token = Keys.token(place)) {
            var file = KeyFile.read(place.file(), password);
            var entries = Keys.entries(file, token);
            var certificates = Pem.readCertificates(pem);
            var root = root(certificates);
            demandBelief(file, root, confirmed);
            var installed = certificates.stream()
                    .filter(certificate -> !certificate.equals(root))
                    .map(certificate -> install(file, entries, root, certificate))
                    .toList();
            if (installed.isEmpty()) throw new KeyRefusal("There is no certificate for a key in the file.");
            file.putRoot(root);
            OwnFile.replace(place.file(), file.bytes());
            return installed;
        }
    }

    private static IssuedCertificate install(
            KeyFile file, SigningEntries entries, X509Certificate root, X509Certificate certificate) {
        for (var purpose : certified()) {
            for (var entry : waiting(file, entries, purpose)) {
                if (!(certificate.getPublicKey() instanceof ECPublicKey key)
                        || !Jwk.of(key).thumbprint().equals(entry.id())) continue;
                if (!Root.vouches(root, certificate)) throw new KeyRefusal("The root did not sign all of this.");
                if (!Root.isFor(purpose, certificate))
                    throw new KeyRefusal("A certificate is for another purpose than its key.");
                file.putCertificate(certificate);
                return new IssuedCertificate(purpose, entry.id(), certificate);
            }
        }
        throw new KeyRefusal("No key here waits for the certificate of " + certificate.getSubjectX500Principal()
                + ". Was it asked for by these keys, with kith keys request?");
    }

    private static void demandBelief(KeyFile file, X509Certificate root, @Nullable Fingerprint confirmed) {
        if (confirmed == null && file.roots().contains(root)) return;

        var fingerprint = IssuedCertificate.fingerprint(root);
        if (fingerprint.equals(confirmed)) return;

        throw new KeyRefusal(
                (confirmed == null ? "Nobody has confirmed this root yet." : "This root is not the one you confirmed.")
                        + " Its fingerprint (SHA-256):\n  " + fingerprint
                        + "\nCompare it with the signed protocol of the ceremony, then run this again with"
                        + " --fingerprint.");
    }

    private static X509Certificate root(List<X509Certificate> certificates) {
        return certificates.stream()
                .filter(certificate -> certificate.getBasicConstraints() >= 0)
                .findFirst()
                .orElseThrow(() -> new KeyRefusal("The root's certificate is not in the file."));
    }

    private static List<Entry> waiting(KeyFile file, SigningEntries entries, Purpose purpose) {
        return entries.of(purpose).stream()
                .filter(entry -> entry.asked() && file.certificate(entry.id()).isEmpty())
                .toList();
    }

    private static List<Purpose> certified() {
        return Stream.of(Purpose.values()).filter(Purpose::certified).toList();
    }
}
