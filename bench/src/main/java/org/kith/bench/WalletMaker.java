package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kith.credential.signing.Jwk;

/// A maker of wallets who vouches for each installation.
final class WalletMaker {
    static final String CLIENT = "bench-wallet";
    static final String REDIRECT = "https://wallet.example/back";

    private final WalletKey key;

    WalletMaker() throws GeneralSecurityException {
        key = WalletKey.fresh();
    }

    /// A copy of a pack that trusts no maker but this.
    Path trustedBy(Path original, Path copy) throws IOException {
        try (var files = Files.walk(original)) {
            for (var file : files.toList()) {
                var to = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
        var point = key.key().toMap();
        Files.writeString(
                copy.resolve("wallets.yaml"), """
                without-attestation: pre-authorized
                providers:
                  - id: bench
                    name: Bench wallet
                    keys:
                      - { kty: EC, crv: P-256, x: "%s", y: "%s" }
                    clients: [%s]
                    redirects: ["%s"]
                """.formatted(point.get("x"), point.get("y"), CLIENT, REDIRECT));
        return copy;
    }

    String attestation(Jwk instance, Instant now) {
        return key.jwt(
                "oauth-client-attestation+jwt",
                Map.of(
                        "iss",
                        "https://wallet.example",
                        "sub",
                        CLIENT,
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plus(Duration.ofDays(1)).getEpochSecond(),
                        "cnf",
                        Map.of("jwk", instance.toMap())));
    }
}
