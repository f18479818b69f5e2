package org.kith.server.presentation.web;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import org.kith.credential.trust.TrustFile;
import org.kith.server.keys.Signing;
import org.kith.server.presentation.OwnTrust;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Serves what a verifier needs to know of this issuer.
@Controller
class TrustController {
    static final String ROOT = "/keys/root.pem";

    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private final OwnTrust trust;
    private final Signing signing;

    TrustController(OwnTrust trust, Signing signing) {
        this.trust = trust;
        this.signing = signing;
    }

    @GetMapping(TrustFile.WELL_KNOWN)
    ResponseEntity<byte[]> trust() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(trust.file().write());
    }

    /// The root that cards in wallets lead to (ISO/IEC 18013-5 Annex B). Whoever trusts it compares its fingerprint
    /// with
    /// what the ceremony's protocol says: this page alone proves nothing.
    @GetMapping(ROOT)
    ResponseEntity<String> root() throws CertificateEncodingException {
        var encoded = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(signing.root().getEncoded());
        return ResponseEntity.ok()
                .contentType(PEM)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body("-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }
}
