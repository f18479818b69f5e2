package org.kith.server.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a wallet sends as a JWT or a JWK: it is read or refused. Nothing is thrown.
class WalletFuzzTest {
    private static final String LONG = "1m";

    static Stream<byte[]> tokens() {
        var key = TestWallet.key();
        var wallet = new TestWallet(1, Instant.EPOCH);
        return Stream.of(
                        wallet.dpop("POST", "/wallet/token", "token"),
                        wallet.proof(key, "nonce"),
                        VouchedFor.attestation(key, Instant.EPOCH, _ -> {}),
                        "a.b.c",
                        "eyJhbGciOiJFUzI1NiIsInR5cCI6ImRwb3Arand0In0.e30.",
                        "e30.e30.e30",
                        "....",
                        "")
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("tokens")
    @FuzzTest(maxDuration = LONG)
    void a_token(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        for (var typ : new String[] {"dpop+jwt", "openid4vci-proof+jwt", "oauth-client-attestation+jwt"}) {
            SignedToken.parse(text, typ).ifPresent(token -> {
                token.keyInHeader().ifPresent(key -> token.isSignedBy(key.publicKey()));
                token.confirmedKey()
                        .ifPresent(key -> assertThat(key.thumbprint()).hasSize(43));
                token.isFresh(Instant.EPOCH, java.time.Duration.ofMinutes(5));
                token.isInForce(Instant.EPOCH);
                token.audience();
                token.text("jti");
            });
        }
    }
}
