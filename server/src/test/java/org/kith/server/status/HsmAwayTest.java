package org.kith.server.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.keys.IssuerKey;
import org.kith.server.keys.KeysAway;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.keys.SoftHsm;
import org.kith.server.time.AdvancingClock;
import org.kith.server.wallet.SomeWallet;
import org.kith.server.wallet.TestWallet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A demonstration whose keys lie in an HSM that goes away.
@DirtiesContext
class HsmAwayTest extends ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static SoftHsm hsm;

    @Autowired
    StatusPositions positions;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    StatusRounds rounds;

    @Autowired
    Signing signing;

    @Autowired
    SomeCard cards;

    @Autowired
    SomeWallet wallets;

    @Autowired
    AdvancingClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void an_hsm() throws Exception {
        hsm = SoftHsm.in(folder.resolve("hsm"));
    }

    @DynamicPropertySource
    static void keysInIt(DynamicPropertyRegistry registry) {
        registry.add("kith.keys", () -> folder.resolve("keys").toString());
        registry.add("kith.hsm", () -> hsm.configuration().toString());
        registry.add("kith.hsm-pin-file", () -> hsm.pin().toString());
    }

    @Test
    void while_it_is_away_nothing_is_signed_and_nothing_is_lost() throws Exception {
        publisher.publishDue();
        var position = positions.reserve();
        assertThat(get("/health/keys", "text/plain")).isEqualTo(200);
        rounds.stop();

        hsm.goAway();
        positions.set(position, Status.INVALID);

        assertThatThrownBy(publisher::publishDue).isInstanceOf(KeysAway.class);
        assertThat(published(position)).isEqualTo(Status.VALID);
        assertThat(get("/health/keys", "text/plain")).isEqualTo(503);
        assertThat(get("/health", "text/plain")).isEqualTo(200);
        assertThat(get("/.well-known/openid-credential-issuer", "application/jwt"))
                .isEqualTo(503);
        assertThat(get("/.well-known/openid-credential-issuer", "application/json"))
                .isEqualTo(200);

        rounds.start();
        hsm.comeBack();

        var patience = Instant.now().plus(PATIENCE);
        while (published(position) != Status.INVALID && Instant.now().isBefore(patience)) Thread.sleep(200);
        assertThat(published(position)).isEqualTo(Status.INVALID);
        assertThat(get("/health/keys", "text/plain")).isEqualTo(200);
        assertThat(get("/.well-known/openid-credential-issuer", "application/jwt"))
                .isEqualTo(200);
    }

    @Test
    void a_wallet_is_told_to_come_again_and_has_its_copy_once_it_is_back() throws Exception {
        var card =
                cards.holder(port, SomeApplicant.layla("hsm-away@example.org")).card();
        var offered = wallets.offered(card);
        var wallet = new TestWallet(port, clock.instant());
        var token = wallet.redeemOffer(offered.code(), offered.pin()).get("access_token");

        hsm.goAway();
        var refused = wallet.credential(token, "card-sd-jwt", List.of(TestWallet.key()));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.error()).isEqualTo("temporarily_unavailable");
        assertThat(jdbc.sql("select count(*) from card_copy where kind = 'WALLET'")
                        .query(Integer.class)
                        .single())
                .isZero();

        hsm.comeBack();
        var patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            var given = wallet.credential(token, "card-sd-jwt", List.of(TestWallet.key()));
            if (given.status() == 200) return;
            Thread.sleep(200);
        }
        assertThat(patience).as("a copy comes once the keys are back").isAfter(Instant.now());
    }

    private Status published(StatusReference position) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(position.uri()))
                .header("Accept", StatusListToken.MEDIA_TYPE)
                .build();
        var token = http.send(request, BodyHandlers.ofString()).body();
        var keys = signing.publicKeys(Purpose.STATUS).stream().collect(Collectors.toMap(IssuerKey::id, IssuerKey::jwk));
        return StatusListToken.verify(token, position.uri(), keys).status(position.index());
    }

    private int get(String path, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", type)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
