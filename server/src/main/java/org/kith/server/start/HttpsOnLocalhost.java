package org.kith.server.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.kith.server.keys.LocalhostKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Serves the demonstration over https, with a certificate made at start: wallets speak nothing else. In production a
/// proxy holds the certificate (docs/OPERATING.md).
@Component
@ConditionalOnProperty(name = "kith.https", havingValue = "localhost")
@ConditionalOnProperty(name = "kith.production", havingValue = "false")
class HttpsOnLocalhost implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    static final String CERTIFICATE = "localhost.pem";

    /// What OpenID4VC's security profiles leave of TLS 1.2 for a key on P-256, and AES of TLS 1.3.
    private static final Set<String> SUITES = Set.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");

    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");
    private static final String BUNDLE = "localhost";

    private final Path home;

    HttpsOnLocalhost(@Value("${kith.home}") Path home) {
        this.home = home;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        // By the machine's clock and not the demonstration's, since browsers and wallets go by theirs.
        var started = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        var key = LocalhostKey.make(started);
        var stores = SslStoreBundle.of(key.keyStore(BUNDLE), BUNDLE, null);
        var bundle = SslBundle.of(stores, SslBundleKey.of(BUNDLE), SslOptions.of(SUITES, PROTOCOLS));

        factory.setSsl(Ssl.forBundle(BUNDLE));
        factory.setSslBundles(new DefaultSslBundleRegistry(BUNDLE, bundle));
        write(key.pem());
    }

    private void write(String certificate) {
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve(CERTIFICATE), certificate);
        } catch (IOException e) {
            throw new IllegalStateException("The certificate cannot be written to " + home, e);
        }
    }
}
