package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.mdoc.IssuerSigned;
import org.kith.credential.mdoc.MdocVerifier;
import org.kith.credential.mdoc.VerifiedMdoc;
import org.kith.credential.sdjwt.ClaimPath;
import org.kith.credential.sdjwt.HeldSdJwt;
import org.kith.credential.sdjwt.IssuerKeys;
import org.kith.credential.sdjwt.KeyBinding;
import org.kith.credential.sdjwt.PresentedSdJwt;
import org.kith.credential.sdjwt.SdJwtVerifier;
import org.kith.credential.sdjwt.VerifiedSdJwt;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusReference;
import org.kith.credential.trust.IacaRoots;
import org.kith.server.SomeCard.Holder;
import org.kith.server.card.LossReport;
import org.kith.server.keys.Signing;
import org.kith.server.status.StatusPositions;
import org.springframework.beans.factory.annotation.Autowired;

/// What is in a wallet's copies, and what becomes of them.
class CopiesTest extends WalletTest {
    private static final String DOCTYPE = "org.kith.uto.compatriot-card.1";

    @Autowired
    private Signing signing;

    @Autowired
    private StatusPositions positions;

    @Autowired
    private OwnWallets own;

    @Autowired
    private LossReport losses;

    @Test
    void an_sd_jwt_says_what_the_card_says_to_whoever_trusts_the_root() throws Exception {
        var key = TestWallet.key();
        var copy = sdJwts(token(holder()), List.of(key)).getFirst();

        var verified = verified(copy);

        assertThat(verified.type()).contains("urn:kith:uto:compatriot-card:1");
        assertThat(verified.issuer()).contains(wallet.base());
        assertThat(verified.text("family_name_latin")).contains("MIRAN");
        assertThat(verified.claims()).containsEntry("age_over_18", true);
        assertThat(verified.text("birthdate").orElseThrow()).matches("19[0-9]{2}-[0-9]{2}-[0-9]{2}");
        assertThat(verified.holderKey().orElseThrow().thumbprint())
                .isEqualTo(key.computeThumbprint().toString());
        assertThat(verified.expiresAt().orElseThrow())
                .isBefore(clock.instant().plus(Duration.ofDays(14)))
                .isEqualTo(verified.expiresAt().orElseThrow().truncatedTo(ChronoUnit.HOURS));
        var withheld = HeldSdJwt.parse(copy).disclosable();
        assertThat(withheld)
                .contains(ClaimPath.of("given_name"), ClaimPath.of("birthdate"), ClaimPath.of("age_over_18"))
                .doesNotContain(ClaimPath.of("issuing_state"), ClaimPath.of("expires_on"));
    }

    @Test
    void an_mdoc_says_the_same() throws Exception {
        var key = TestWallet.key();
        var copy = mdocs(token(holder()), List.of(key)).getFirst();

        var verified = verifiedMdoc(copy);

        assertThat(verified.element(DOCTYPE, "family_name_latin")).contains(new Cbor.Text("MIRAN"));
        assertThat(verified.element(DOCTYPE, "birthdate").orElseThrow())
                .isInstanceOfSatisfying(
                        Cbor.Tag.class, day -> assertThat(day.number()).isEqualTo(1004));
        assertThat(verified.element(DOCTYPE, "age_over_18")).contains(new Cbor.Simple(21));
        assertThat(verified.deviceKey().thumbprint())
                .isEqualTo(key.computeThumbprint().toString());
        assertThat(verified.status()).isPresent();
    }

    @Test
    void copies_of_a_batch_have_nothing_by_which_to_know_that_they_are_of_one_card() throws Exception {
        var keys = IntStream.range(0, 10).mapToObj(_ -> TestWallet.key()).toList();
        var copies = sdJwts(token(holder()), keys);

        var disclosures = new HashSet<String>();
        var signatures = new HashSet<String>();
        var indexes = new ArrayList<Integer>();
        for (var copy : copies) {
            var parts = copy.split("~", -1);
            for (var i = 1; i < parts.length - 1; i++)
                assertThat(disclosures.add(parts[i])).isTrue();
            assertThat(signatures.add(parts[0])).isTrue();
            indexes.add(status(copy).index());
        }
        var steps = IntStream.range(1, indexes.size())
                .map(i -> indexes.get(i) - indexes.get(i - 1))
                .distinct()
                .count();
        assertThat(steps).isGreaterThan(5);
        assertThat(copies.stream()
                        .map(copy -> payload(copy).path("iat").longValue())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_card_that_is_lost_takes_every_copy_along_and_gives_no_more() throws Exception {
        var holder = holder();
        var token = token(holder);
        var copies = new ArrayList<>(sdJwts(token, List.of(TestWallet.key(), TestWallet.key())));
        var mdoc = verifiedMdoc(mdocs(token, List.of(TestWallet.key())).getFirst())
                .status()
                .orElseThrow();

        losses.lost(holder.card().id(), holder.card().person());

        for (var copy : copies) assertThat(positions.status(status(copy))).isEqualTo(Status.SUSPENDED);
        assertThat(positions.status(mdoc)).isEqualTo(Status.SUSPENDED);
        var more = wallet.credential(token, "card-sd-jwt", List.of(TestWallet.key()));
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.error()).isEqualTo("credential_request_denied");
    }

    @Test
    void a_wallet_that_is_removed_loses_its_copies_and_its_tokens_and_others_keep_theirs() throws Exception {
        var holder = holder();
        var first = redeemed(holder);
        var copy = sdJwts(first.get("access_token"), List.of(TestWallet.key())).getFirst();
        var firstWallet = wallet;
        wallet = new TestWallet(port, clock.instant());
        var other = sdJwts(redeemed(holder).get("access_token"), List.of(TestWallet.key()))
                .getFirst();
        var listed = own.of(holder.card().person());
        assertThat(listed).hasSize(2).allMatch(each -> each.copies() == 1);

        own.remove(listed.getLast().id(), holder.card().person());

        assertThat(positions.status(status(copy))).isEqualTo(Status.INVALID);
        assertThat(positions.status(status(other))).isEqualTo(Status.VALID);
        assertThat(firstWallet.refresh(first.get("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(firstWallet
                        .credential(first.get("access_token"), "card-sd-jwt", List.of(TestWallet.key()))
                        .status())
                .isEqualTo(401);
        assertThat(own.of(holder.card().person())).hasSize(1);
    }

    @Test
    void nobody_removes_the_wallet_of_another() {
        var holder = holder();
        redeemed(holder);
        var theirs = own.of(holder.card().person()).getFirst();

        own.remove(theirs.id(), holder().card().person());

        assertThat(own.of(holder.card().person())).hasSize(1);
    }

    @Test
    void a_wallet_renews_by_itself_and_old_copies_run_out_and_are_counted_no_more() throws Exception {
        var holder = holder();
        var refresh = redeemed(holder).get("refresh_token");
        sdJwts(wallet.refresh(refresh).get("access_token"), List.of(TestWallet.key()));
        clock.advanceBy(Duration.ofDays(15));
        var renewed = new TestWallet(wallet, clock.instant());
        wallet = renewed;

        var fresh = sdJwts(renewed.refresh(refresh).get("access_token"), List.of(TestWallet.key()))
                .getFirst();

        assertThat(verified(fresh).expiresAt().orElseThrow()).isAfter(clock.instant());
        assertThat(own.of(holder.card().person()).getFirst().copies()).isEqualTo(1);
    }

    @Test
    void when_renewal_and_loss_race_no_copy_stays_valid() throws Exception {
        for (var round = 0; round < 5; round++) {
            var holder = holder();
            var token = token(holder);
            var requests = IntStream.range(0, 6)
                    .mapToObj(_ -> wallet.request("card-sd-jwt", List.of(TestWallet.key())))
                    .toList();
            var given = new ArrayList<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var renewals = requests.stream()
                        .map(request -> threads.submit(() -> wallet.ask(Paths.CREDENTIAL, token, request)))
                        .toList();
                var loss = threads.submit(
                        () -> losses.lost(holder.card().id(), holder.card().person()));
                assertThat(loss.get()).isTrue();
                for (var renewal : renewals) given.addAll(TestWallet.credentials(renewal.get()));
            }
            for (var copy : given) assertThat(positions.status(status(copy))).isEqualTo(Status.SUSPENDED);
        }
    }

    @Test
    void wallets_that_come_at_once_each_have_their_own_holders_card() throws Exception {
        var holders = IntStream.range(0, 4).mapToObj(_ -> holder()).toList();
        var tokens = holders.stream().map(this::token).toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> sdJwts(tokens.get(i % 4), List.of(TestWallet.key()))))
                    .toList();
            for (var i = 0; i < all.size(); i++) {
                var number = holders.get(i % 4).card().number().printed("UTO");
                assertThat(verified(all.get(i).get().getFirst()).text("card_number"))
                        .contains(number);
            }
        }
    }

    @Test
    void a_wallet_says_what_became_of_its_copies_as_often_as_it_likes() throws Exception {
        var token = token(holder());
        var answer = wallet.credential(token, "card-sd-jwt", List.of(TestWallet.key()));
        var number = answer.get("notification_id");
        var copy = status(TestWallet.credentials(answer).getFirst());

        for (var i = 0; i < 2; i++) {
            var told = wallet.ask(
                    Paths.NOTIFICATION, token, Map.of("notification_id", number, "event", "credential_accepted"));
            assertThat(told.status()).isEqualTo(204);
        }
        assertThat(positions.status(copy)).isEqualTo(Status.VALID);

        var deleted = wallet.ask(
                Paths.NOTIFICATION,
                token,
                Map.of("notification_id", number, "event", "credential_deleted", "event_description", "x"));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(positions.status(copy)).isEqualTo(Status.INVALID);
    }

    @Test
    void a_wallet_says_nothing_of_what_it_was_not_sent() {
        var token = token(holder());

        assertThat(wallet.ask(Paths.NOTIFICATION, token, Map.of("notification_id", "x", "event", "credential_accepted"))
                        .error())
                .isEqualTo("invalid_notification_id");
        assertThat(wallet.ask(Paths.NOTIFICATION, token, Map.of("notification_id", "x", "event", "eaten"))
                        .error())
                .isEqualTo("invalid_notification_request");
        assertThat(wallet.ask(Paths.NOTIFICATION, token, "[", "application/json")
                        .error())
                .isEqualTo("invalid_notification_request");
        assertThat(wallet.json(Paths.NOTIFICATION, "{}", "application/json", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nothing_waits_under_a_number_that_was_not_given() {
        var token = token(holder());

        assertThat(wallet.ask(Paths.DEFERRED, token, Map.of("transaction_id", "x"))
                        .error())
                .isEqualTo("invalid_transaction_id");
        assertThat(wallet.ask(Paths.DEFERRED, token, Map.of()).error()).isEqualTo("invalid_transaction_id");
    }

    @Test
    void a_lost_copy_is_suspended_in_what_anyone_fetches_within_seconds() throws Exception {
        var holder = holder();
        var copy = status(sdJwts(token(holder), List.of(TestWallet.key())).getFirst());
        losses.lost(holder.card().id(), holder.card().person());

        var patience = Instant.now().plusSeconds(10);
        while (published(copy) != Status.SUSPENDED) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(200);
        }
    }

    private Status published(StatusReference copy) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(copy.uri())).build(), HttpResponse.BodyHandlers.ofString());
        var keys = signing.publicKeys(org.kith.server.keys.Purpose.STATUS).stream()
                .collect(java.util.stream.Collectors.toMap(key -> key.id(), key -> key.jwk()));
        return org.kith.credential.status.StatusListToken.verify(answer.body(), copy.uri(), keys)
                .status(copy.index());
    }

    private TestWallet.Answer redeemed(Holder holder) {
        var offered = wallets.offered(holder.card());
        return wallet.redeemOffer(offered.code(), offered.pin());
    }

    private List<String> sdJwts(String token, List<com.nimbusds.jose.jwk.ECKey> keys) {
        var answer = wallet.credential(token, "card-sd-jwt", keys);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return TestWallet.credentials(answer);
    }

    private List<String> mdocs(String token, List<com.nimbusds.jose.jwk.ECKey> keys) {
        return TestWallet.credentials(wallet.credential(token, "card-mdoc", keys));
    }

    private VerifiedSdJwt verified(String copy) throws Exception {
        var keys = IssuerKeys.certified(wallet.base(), new IacaRoots(List.of(signing.root())), clock);
        return SdJwtVerifier.ofCredentials(keys, clock).verify(PresentedSdJwt.parse(copy), new KeyBinding.None());
    }

    private VerifiedMdoc verifiedMdoc(String copy) throws Exception {
        var issued = IssuerSigned.parse(Base64.getUrlDecoder().decode(copy));
        return new MdocVerifier(new IacaRoots(List.of(signing.root())), clock).verify(issued, DOCTYPE);
    }

    private StatusReference status(String copy) {
        var list = payload(copy).path("status").path("status_list");
        return new StatusReference(
                list.path("uri").stringValue(), list.path("idx").intValue());
    }

    private static tools.jackson.databind.JsonNode payload(String copy) {
        return TestWallet.JSON.readTree(Base64.getUrlDecoder().decode(copy.split("\\.", 3)[1]));
    }
}
