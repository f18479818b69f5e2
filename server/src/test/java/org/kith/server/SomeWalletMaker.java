package org.kith.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A maker of wallets that the programme trusts, with the key by which it vouches for them.
public final class SomeWalletMaker {
    public static final String CLIENT = "judged-wallet";
    public static final String REDIRECT = "https://wallet.example/callback";

    private static final ECKey KEY = key();
    private static final ECKey STRANGER = key();

    private SomeWalletMaker() {}

    /// As the libraries’ wallets are given it.
    public static Map<String, Object> asProvider() {
        return Map.of("iss", "https://wallet.example", "jwk", KEY.toJSONObject());
    }

    /// Another maker, whom no programme knows.
    public static Map<String, Object> asStranger() {
        return Map.of("iss", "https://elsewhere.example", "jwk", STRANGER.toJSONObject());
    }

    /// A copy of a pack that trusts this maker too.
    public static Path trustedBy(Path pack) {
        try {
            var copy = Files.createTempDirectory("pack");
            try (var files = Files.walk(pack)) {
                for (var file : files.toList()) {
                    var to = copy.resolve(pack.relativize(file).toString());
                    if (Files.isDirectory(file)) Files.createDirectories(to);
                    else Files.copy(file, to);
                }
            }
            var wallets = copy.resolve("wallets.yaml");
            Files.writeString(wallets, Files.readString(wallets).replace("providers:\n", """
                providers:
                  - id: judged
                    name: Judged Wallet
                    keys:
                      - { kty: EC, crv: P-256, x: %s, y: %s }
                    clients: [%s]
                    redirects: ["%s"]
                """.formatted(
                            KEY.getX(), KEY.getY(), CLIENT, REDIRECT)));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
