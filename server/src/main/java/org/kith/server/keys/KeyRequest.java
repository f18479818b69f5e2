package org.kith.server.keys;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.PublishedTestKeys;

/// What a key asks a root to say of it, checked: whoever asks has the private half.
record KeyRequest(Purpose purpose, ECPublicKey publicKey, Authority authority) {
    String keyId() {
        return Jwk.of(publicKey).thumbprint();
    }

    /// As PKCS#10 (RFC 2986), signed by the key itself.
    PKCS10CertificationRequest signed(PrivateKey privateKey, @Nullable Provider provider) {
        try {
            var wanted = new ExtensionsGenerator();
            wanted.addExtension(Extension.subjectAlternativeName, false, Root.names(authority.address()));
            var name =
                    new X500Principal(Root.leafName(purpose, authority, false).getEncoded());
            return new JcaPKCS10CertificationRequestBuilder(name, publicKey)
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate())
                    .build(NewKey.signer(privateKey, provider));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws KeyRefusal if it is not one of ours, or not signed by the key it names
    static KeyRequest read(PKCS10CertificationRequest signed) {
        try {
            if (!(new JcaPKCS10CertificationRequest(signed).getPublicKey() instanceof ECPublicKey raw))
                throw new KeyRefusal("A request is not for a key on P-256.");
            if (!signed.isSignatureValid(new JcaContentVerifierProviderBuilder().build(raw)))
                throw new KeyRefusal("A request is not signed by the key it names.");

            var key = Jwk.of(raw);
            if (PublishedTestKeys.contains(key)) throw new KeyRefusal("A request is for a key that a standard prints.");

            return new KeyRequest(purpose(signed.getSubject()), key.publicKey(), authority(signed));
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException | IllegalArgumentException e) {
            throw new KeyRefusal("A request cannot be read: " + e.getMessage(), e);
        }
    }

    private static Purpose purpose(X500Name subject) {
        var name = text(subject, BCStyle.CN);
        return Arrays.stream(Purpose.values())
                .filter(Purpose::certified)
                .filter(purpose -> Root.signs(purpose).equals(name))
                .findFirst()
                .orElseThrow(() -> new KeyRefusal("A request is for “" + name + "”, which is no purpose of ours."));
    }

    private static Authority authority(PKCS10CertificationRequest signed) {
        var extensions = signed.getRequestedExtensions();
        var names =
                extensions == null ? null : GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (names == null) throw new KeyRefusal("A request names no address.");

        for (var name : names.getNames()) {
            if (name.getTagNo() != GeneralName.uniformResourceIdentifier) continue;
            var subject = signed.getSubject();
            return new Authority(
                    text(subject, BCStyle.O),
                    text(subject, BCStyle.C),
                    URI.create(name.getName().toString()));
        }
        throw new KeyRefusal("A request names no address.");
    }

    private static String text(X500Name name, ASN1ObjectIdentifier part) {
        var parts = name.getRDNs(part);
        return parts.length == 0 ? "" : parts[0].getFirst().getValue().toString();
    }
}
