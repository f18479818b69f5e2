package org.kith.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// A whole server over https on localhost, as wallets need it; its programme trusts [SomeWalletMaker].
/// Nobody sets its clock forward, since wallets go by their own.
@TestPropertySource(properties = {"kith.https=localhost", "kith.test.scheme=https"})
public abstract class SecureServerTest extends ServerTest {
    /// The certificate that the server made at its start.
    @Value("${kith.home}/localhost.pem")
    protected Path certificate;

    @DynamicPropertySource
    static void trustsAnotherMakerOfWallets(DynamicPropertyRegistry registry) {
        var pack = SomeWalletMaker.trustedBy(Path.of("../programmes/utopia")).toString();
        registry.add("kith.programme", () -> pack);
    }

    @BeforeEach
    void visitors_trust_the_certificate() {
        Visitor.overHttps(port, trusting());
    }

    protected String base() {
        return "https://localhost:" + port;
    }

    protected SSLContext trusting() {
        try (var file = Files.newInputStream(certificate)) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "localhost", CertificateFactory.getInstance("X.509").generateCertificate(file));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
