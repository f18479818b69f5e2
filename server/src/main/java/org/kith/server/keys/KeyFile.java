package org.kith.server.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;

/// The PKCS#12 file with what must never be lost: the root key, the keys of signatures and those of codes.
final class KeyFile {
    private static final String SECRET = "secret.";
    private static final String ROOT = "iaca.";
    private static final String CERTIFICATE = "certificate.";

    private final KeyStore store;
    private final char[] password;

    private KeyFile(KeyStore store, char[] password) {
        this.store = store;
        this.password = password;
    }

    static KeyFile empty(char[] password) {
        return load(null, password);
    }

    static KeyFile read(Path file, char[] password) {
        try {
            return load(Files.readAllBytes(file), password);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + file + " cannot be read.", e);
        }
    }

    private static KeyFile load(byte @Nullable [] bytes, char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes == null ? null : new ByteArrayInputStream(bytes), password);
            return new KeyFile(store, password);
        } catch (IOException e) {
            throw new KeyRefusal("The keys do not open with this password.", e);
        } catch (GeneralSecurityException e) {
            throw new KeyRefusal("The keys are in a form this Java runtime does not read.", e);
        }
    }

    void put(SecretName name, Secret secret) {
        try {
            // Every store can hold an AES key; what the bytes are used for, the name says.
            store.setKeyEntry(SECRET + name.alias(), new SecretKeySpec(secret.reveal(), "AES"), password, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The keys that sign and lie here; of a programme with an HSM, those from before it had one.
    SigningEntries entries() {
        return new SigningEntries(store, password, null);
    }

    /// What a root says of one of our keys, wherever that lies.
    Optional<X509Certificate> certificate(String keyId) {
        try {
            return Optional.ofNullable((X509Certificate) store.getCertificate(CERTIFICATE + keyId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void putCertificate(X509Certificate certificate) {
        var id = Jwk.of((ECPublicKey) certificate.getPublicKey()).thumbprint();
        putCertificate(CERTIFICATE + id, certificate);
    }

    /// Keeps the certificate of a root, whose key stays elsewhere.
    void putRoot(X509Certificate root) {
        putCertificate(ROOT + root.getSerialNumber().toString(16), root);
    }

    List<X509Certificate> roots() {
        var found = new ArrayList<X509Certificate>();
        try {
            for (var alias : Collections.list(store.aliases())) {
                if (alias.startsWith(ROOT) && store.getCertificate(alias) instanceof X509Certificate root)
                    found.add(root);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(found);
    }

    boolean has(SecretName name) {
        return key(SECRET + name.alias()) != null;
    }

    Secret secret(SecretName name) {
        var key = key(SECRET + name.alias());
        if (key == null) throw new KeyRefusal("The keys lack the secret " + name.alias() + ".");

        return Secret.of(key.getEncoded());
    }

    private void putCertificate(String alias, X509Certificate certificate) {
        try {
            store.setCertificateEntry(alias, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Key key(String alias) {
        try {
            return store.getKey(alias, password);
        } catch (GeneralSecurityException e) {
            throw new KeyRefusal("The entry " + alias + " does not open with this password.", e);
        }
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            store.store(out, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
