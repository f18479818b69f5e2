package org.kith.server.keys;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;

/// The keys that sign, in one key store: the file's, or a token's. Each lies there with a certificate signed by itself,
/// since a key store asks for one; what a root says of a key is kept in the file.
final class SigningEntries {
    /// Begins the alias of a key that signs only once a root vouches for it.
    private static final String ASKED = "asked.";

    private final KeyStore store;
    private final char @Nullable [] password;
    private final @Nullable Provider provider;

    /// @param password of each entry; a token asks for none
    /// @param provider who makes keys in a token
    SigningEntries(KeyStore store, char @Nullable [] password, @Nullable Provider provider) {
        this.store = store;
        this.password = password;
        this.provider = provider;
    }

    /// One key.
    ///
    /// @param asked whether it signs only once a root vouches for it
    record Entry(String alias, ECPublicKey publicKey, X509Certificate own, boolean asked) {
        String id() {
            return Jwk.of(publicKey).thumbprint();
        }
    }

    /// Makes a key that signs from `from` on; or, if the purpose needs a root's word, once it has that.
    Entry make(Purpose purpose, Issuer issuer, Instant from) {
        var key = NewKey.make(purpose, issuer, from, provider);
        if (provider != null && key.privateKey().getEncoded() != null) {
            throw new KeyRefusal("The HSM gives private keys away. Let its configuration say CKA_SENSITIVE = true and"
                    + " CKA_EXTRACTABLE = false for private keys.");
        }
        var alias = (purpose.certified() ? ASKED : "")
                + prefix(purpose)
                + Jwk.of(key.publicKey()).thumbprint();
        put(alias, key);
        return new Entry(alias, key.publicKey(), key.certificate(), purpose.certified());
    }

    void put(String alias, NewKey key) {
        try {
            store.setKeyEntry(alias, key.privateKey(), password, new X509Certificate[] {key.certificate()});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Entry> of(Purpose purpose) {
        var found = new ArrayList<Entry>();
        try {
            for (var alias : Collections.list(store.aliases())) {
                if (alias.startsWith(prefix(purpose))) found.add(entry(alias, false));
                if (alias.startsWith(ASKED + prefix(purpose))) found.add(entry(alias, true));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(found);
    }

    /// Who signs with the keys, unless this Java runtime can.
    @Nullable
    Provider provider() {
        return provider;
    }

    PrivateKey privateKey(String alias) {
        try {
            if (store.getKey(alias, password) instanceof PrivateKey key) return key;
        } catch (GeneralSecurityException e) {
            throw new KeyRefusal("The entry " + alias + " does not open with this password.", e);
        }
        throw new KeyRefusal("The entry " + alias + " is no private key.");
    }

    private Entry entry(String alias, boolean asked) throws GeneralSecurityException {
        if (!(store.getCertificate(alias) instanceof X509Certificate certificate)
                || !(certificate.getPublicKey() instanceof ECPublicKey publicKey)) {
            throw new KeyRefusal("The entry " + alias + " is not a key on P-256 with its certificate.");
        }
        return new Entry(alias, publicKey, certificate, asked);
    }

    /// Key stores write their aliases in small letters.
    static String prefix(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT) + ".";
    }
}
