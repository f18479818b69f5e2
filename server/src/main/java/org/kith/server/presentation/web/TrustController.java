package org.kith.server.presentation.web;

import java.time.Duration;
import org.kith.credential.trust.TrustFile;
import org.kith.server.presentation.OwnTrust;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Serves what a verifier needs to know of this issuer.
@Controller
class TrustController {
    private final OwnTrust trust;

    TrustController(OwnTrust trust) {
        this.trust = trust;
    }

    @GetMapping(TrustFile.WELL_KNOWN)
    ResponseEntity<byte[]> trust() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(trust.file().write());
    }
}
