package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.wallet.TestWallet.Answer;

/// Whatever is sent to the addresses of wallets is answered, and none of it by a mistake of ours.
class HostileWalletTest extends WalletTest {
    private static final int ROUNDS = 60;
    private static final List<String> TYPES = List.of(
            "application/json", "application/jwt", "application/x-www-form-urlencoded", "text/plain", "*/*", "x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                Paths.PAR,
                Paths.TOKEN,
                Paths.CHALLENGE,
                Paths.NONCE,
                Paths.CREDENTIAL,
                Paths.DEFERRED,
                Paths.NOTIFICATION,
                Paths.CODE
            })
    void chance_is_answered(String path) {
        var random = new Random(path.hashCode());
        for (var i = 0; i < ROUNDS; i++) {
            var headers = Map.of(
                    "Authorization", "DPoP " + letters(random, 60),
                    "DPoP", letters(random, 200),
                    "OAuth-Client-Attestation", letters(random, 80),
                    "OAuth-Client-Attestation-PoP", letters(random, 80));
            var type = TYPES.get(random.nextInt(TYPES.size()));

            isAnswered(wallet.json(path, anything(random), type, headers));
        }
    }

    @Test
    void whoever_holds_a_token_may_ask_for_anything() {
        var token = token(holder());
        var random = new Random(7);
        var right = TestWallet.JSON.writeValueAsString(wallet.request("card-sd-jwt", List.of(TestWallet.key())));
        for (var path : List.of(Paths.CREDENTIAL, Paths.DEFERRED, Paths.NOTIFICATION)) {
            for (var i = 0; i < ROUNDS; i++) {
                var body = i % 2 == 0 ? broken(right, random) : anything(random);
                isAnswered(wallet.ask(path, token, body, i % 5 == 0 ? "application/jwt" : "application/json"));
            }
        }
    }

    @Test
    void an_offer_may_be_redeemed_with_anything() {
        wallet.nonce();
        var random = new Random(11);
        for (var i = 0; i < ROUNDS; i++) {
            isAnswered(wallet.token(Map.of(
                    "grant_type",
                    List.of(Tokens.PRE_AUTHORIZED, Tokens.CODE, Tokens.REFRESH).get(i % 3),
                    "pre-authorized_code",
                    anything(random),
                    "tx_code",
                    anything(random),
                    "code",
                    anything(random),
                    "code_verifier",
                    anything(random),
                    "refresh_token",
                    anything(random),
                    "authorization_details",
                    broken(
                            "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"card-mdoc\"}]",
                            random))));
        }
    }

    private static void isAnswered(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }

    /// The same with a few letters changed, taken away or doubled.
    private static String broken(String text, Random random) {
        var broken = new StringBuilder(text);
        for (var i = 0; i <= random.nextInt(4); i++) {
            var at = random.nextInt(broken.length());
            switch (random.nextInt(3)) {
                case 0 -> broken.setCharAt(at, (char) random.nextInt(0x3000));
                case 1 -> broken.deleteCharAt(at);
                default -> broken.insert(at, broken.substring(at, Math.min(at + 30, broken.length())));
            }
        }
        return broken.toString();
    }

    private static String anything(Random random) {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return switch (random.nextInt(4)) {
            case 0 -> new String(bytes, StandardCharsets.ISO_8859_1);
            case 1 -> "{\"credential_configuration_id\":" + letters(random, 20) + "}";
            case 2 -> "{\"proofs\":{\"jwt\":[" + "[".repeat(random.nextInt(2_000)) + "]}}";
            default -> letters(random, 300);
        };
    }

    private static String letters(Random random, int most) {
        var alphabet = "abcABC019._-~=\"{}[]:, ";
        var text = new StringBuilder();
        for (var i = random.nextInt(most); i > 0; i--) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        return text.toString().strip();
    }
}
