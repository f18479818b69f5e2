package org.kith.server.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A token of PKCS#11, whose keys sign inside it. When it was away and is back, it is opened anew.
final class Token implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Token.class);

    private static final String ES256 = "SHA256withECDSAinP1363Format";
    private static final byte[] PROBE = {'k', 'i', 't', 'h'};
    /// Whoever asks in between is told at once: a module may take long to find out that nobody answers.
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Path configuration;
    private final char[] pin;
    private volatile Opened opened;
    private long failedAt;
    private boolean failed;

    /// @param keys found so far, by alias
    private record Opened(Provider provider, KeyStore store, Map<String, PrivateKey> keys) {
        byte[] sign(String alias, byte[] message) throws GeneralSecurityException {
            var signature = Signature.getInstance(ES256, provider);
            signature.initSign(key(alias));
            signature.update(message);
            return signature.sign();
        }

        void load(char[] pin) throws GeneralSecurityException, IOException {
            store.load(null, pin);
            keys.clear();
        }

        /// Gives back all sessions: what is left open would be closed later by its number, which is another's then.
        void close() {
            try {
                ((AuthProvider) provider).logout();
            } catch (LoginException | RuntimeException gone) {
                LOG.debug("the HSM was gone before its sessions were closed", gone);
            }
        }

        private PrivateKey key(String alias) throws GeneralSecurityException {
            var known = keys.get(alias);
            if (known != null) return known;
            if (!(store.getKey(alias, null) instanceof PrivateKey key))
                throw new GeneralSecurityException("no key " + alias + " in the token");

            keys.put(alias, key);
            return key;
        }
    }

    private Token(Path configuration, char[] pin, Opened opened) {
        this.configuration = configuration;
        this.pin = pin;
        this.opened = opened;
    }

    /// @throws KeyRefusal if it does not open
    static Token open(KeyPlace.Hsm hsm) {
        var pin = PasswordFile.read(hsm.pinFile());
        if (!Files.isReadable(hsm.configuration()))
            throw new KeyRefusal("The configuration " + hsm.configuration() + " of the HSM cannot be read.");
        try {
            return new Token(hsm.configuration(), pin, connect(hsm.configuration(), pin));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new KeyRefusal("The HSM does not open: " + reason(e), e);
        }
    }

    /// The keys there are now, also those that another process made meanwhile.
    ///
    /// @throws KeysAway while it does not answer
    synchronized SigningEntries entries() {
        try {
            opened.load(pin);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            try {
                opened = connect(configuration, pin);
            } catch (GeneralSecurityException | IOException | RuntimeException stillAway) {
                e.addSuppressed(stillAway);
                throw new KeysAway(e);
            }
        }
        return new SigningEntries(opened.store(), null, opened.provider());
    }

    String provider() {
        return opened.provider().getName();
    }

    /// A signer that has signed once, so that a key without its private half is found out at the start.
    Signer signer(SigningEntries.Entry entry) {
        var signer = new TokenSigner(this, entry.alias(), entry.id());
        if (!Es256.verify(Jwk.of(entry.publicKey()).publicKey(), PROBE, signer.sign(PROBE))) {
            throw new KeyRefusal("The key " + entry.alias() + " in the HSM does not belong to its certificate.");
        }
        return signer;
    }

    private record TokenSigner(Token token, String alias, String keyId) implements Signer {
        @Override
        public byte[] sign(byte[] message) {
            return token.sign(alias, message);
        }

        @Override
        public String toString() {
            return "Signer[" + keyId + "]";
        }
    }

    private byte[] sign(String alias, byte[] message) {
        var tried = opened;
        try {
            return tried.sign(alias, message);
        } catch (GeneralSecurityException | ProviderException e) {
            return signAnew(tried, alias, message, e);
        }
    }

    /// Sessions end with the connection, and some modules never answer again until they are set up anew.
    @SuppressWarnings("ReferenceEquality") // whether another thread opened it meanwhile
    private synchronized byte[] signAnew(Opened tried, String alias, byte[] message, Exception why) {
        if (opened != tried) {
            try {
                return opened.sign(alias, message);
            } catch (GeneralSecurityException | ProviderException e) {
                throw new KeysAway(e);
            }
        }
        if (failed && System.nanoTime() - failedAt < PAUSE) throw new KeysAway(why);
        try {
            return signConnected(alias, message);
        } catch (GeneralSecurityException | IOException | RuntimeException stillAway) {
            why.addSuppressed(stillAway);
        }
        try {
            tried.close();
            PkcsModule.restart(configuration);
            return signConnected(alias, message);
        } catch (GeneralSecurityException | IOException | RuntimeException stillAway) {
            failed = true;
            failedAt = System.nanoTime();
            why.addSuppressed(stillAway);
            throw new KeysAway(why);
        }
    }

    private byte[] signConnected(String alias, byte[] message) throws GeneralSecurityException, IOException {
        var anew = connect(configuration, pin);
        try {
            var signature = anew.sign(alias, message);
            opened = anew;
            failed = false;
            return signature;
        } catch (GeneralSecurityException | RuntimeException e) {
            anew.close();
            throw e;
        }
    }

    @Override
    public void close() {
        opened.close();
    }

    private static Opened connect(Path configuration, char[] pin) throws GeneralSecurityException, IOException {
        var module = Security.getProvider("SunPKCS11");
        if (module == null) throw new GeneralSecurityException("this Java runtime has no SunPKCS11");

        // SunPKCS11's own way to say that these are settings and no file.
        var settings = "--" + Files.readString(configuration) + "\ndestroyTokenAfterLogout = true\n";
        var provider = module.configure(settings);
        var store = KeyStore.getInstance("PKCS11", provider);
        var anew = new Opened(provider, store, new ConcurrentHashMap<>());
        anew.load(pin);
        return anew;
    }

    private static @Nullable String reason(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getMessage();
    }
}
