package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Json;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusReference;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.status.StatusPositions;
import org.springframework.beans.factory.annotation.Autowired;

/// A holder puts their card into wallets, sees where it is, and takes it out of one.
class WalletsOfAHolderTest extends ServerTest {
    private static final Pattern LINK = Pattern.compile("href=\"(openid-credential-offer://[^\"]+)\"");
    private static final Pattern REMOVE = Pattern.compile("href=\"(/card/wallets/[0-9a-f-]{36}/remove)\"");
    private static final Pattern PIN = Pattern.compile("\\b(\\d{6})\\b");

    @Autowired
    SomeCard cards;

    @Autowired
    StatusPositions positions;

    @Autowired
    Clock clock;

    private final String email = "wallets-" + UUID.randomUUID() + "@example.org";

    @Test
    void a_holder_adds_their_card_to_any_wallet_with_the_number_from_the_mail() throws Exception {
        var layla = holder();
        assertThat(layla.get("/card").body()).contains("href=\"/card/wallets\"");
        assertThat(layla.get("/card/wallets").text()).contains("In no wallet", "Another wallet app", "Hearth Wallet");

        var page = layla.post("/card/wallets/any", Map.of());

        assertThat(page.text()).contains("a number of six digits", "15 minutes").doesNotContainPattern(PIN);
        var wallet = taken(code(page), pin(1).getFirst());
        assertThat(copy(wallet)).isNotNull();
        assertThat(layla.get("/card/wallets").text())
                .contains("A wallet nobody vouches for", "1 copy that counts now")
                .doesNotContain("In no wallet");
    }

    @Test
    void an_offer_for_trusted_wallets_names_them_and_needs_no_number() throws Exception {
        var layla = holder();
        layla.get("/card/wallets");

        var page = layla.post("/card/wallets/trusted", Map.of());

        assertThat(page.text()).contains("Hearth Wallet", "Satchel", "Lantern").doesNotContain("six digits");
        var grants = SomeWallet.offer(link(page)).path("grants");
        assertThat(grants.propertyNames()).containsExactly("authorization_code");
        assertThat(grants.path("authorization_code").path("issuer_state").asString())
                .hasSize(43);
    }

    @Test
    void a_second_press_makes_a_second_offer_and_ends_the_first() throws Exception {
        var layla = holder();
        layla.get("/card/wallets");

        var first = layla.post("/card/wallets/any", Map.of());
        var firstPin = pin(1).getFirst();
        var second = layla.post("/card/wallets/any", Map.of());
        var secondPin = pin(2).getFirst();

        assertThat(wallet().redeemOffer(code(first), firstPin).error()).isEqualTo("invalid_grant");
        assertThat(wallet().redeemOffer(code(second), secondPin).status()).isEqualTo(200);
        assertThat(wallet().redeemOffer(code(second), secondPin).error()).isEqualTo("invalid_grant");
        assertThat(removals(layla)).hasSize(1);
    }

    @Test
    void one_wallet_is_removed_with_its_copies_and_the_other_stays() throws Exception {
        var layla = holder();
        var kept = added(layla, 1);
        var keptCopy = copy(kept);
        var before = removals(layla);
        var lost = added(layla, 2);
        var lostCopy = copy(lost);
        var remove = removals(layla).stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();

        var asked = layla.get(remove);
        assertThat(asked.text()).contains("Remove this wallet?", "Its 1 copy stops counting");
        assertThat(positions.status(lostCopy)).as("asking ends nothing").isEqualTo(Status.VALID);
        var after = layla.post(remove, Map.of());

        assertThat(after.path()).isEqualTo("/card/wallets");
        assertThat(positions.status(lostCopy)).isEqualTo(Status.INVALID);
        assertThat(positions.status(keptCopy)).isEqualTo(Status.VALID);
        assertThat(lost.fetches().error()).isEqualTo("invalid_token");
        assertThat(lost.comesAgain().error()).isEqualTo("invalid_grant");
        assertThat(kept.comesAgain().status()).isEqualTo(200);
        assertThat(removals(layla)).isEqualTo(before);
        assertThat(layla.post(remove, Map.of()).path()).as("pressed twice").isEqualTo("/card/wallets");
        assertThat(layla.get(remove).path()).as("nothing to ask any more").isEqualTo("/card/wallets");
    }

    @Test
    void nobody_sees_or_removes_another_persons_wallet() throws Exception {
        var layla = holder();
        var wallet = added(layla, 1);
        var copy = copy(wallet);
        var remove = removals(layla).getFirst();
        var nadezhda = cards.holder(port, SomeApplicant.nadezhda("wallets-" + UUID.randomUUID() + "@example.org"))
                .visitor();
        nadezhda.get("/card/wallets");

        assertThat(nadezhda.get(remove).text()).contains("In no wallet");
        nadezhda.post(remove, Map.of());

        assertThat(positions.status(copy)).isEqualTo(Status.VALID);
        assertThat(wallet.comesAgain().status()).isEqualTo(200);
        assertThat(removals(layla)).containsExactly(remove);
    }

    @Test
    void a_card_that_is_not_active_is_added_to_nothing_and_the_page_says_what_to_do() {
        var layla = holder();
        layla.get("/card/lost");
        layla.post("/card/lost", Map.of());

        var page = layla.get("/card/wallets");

        assertThat(page.text()).contains("Your card cannot be added now", "Go to your card");
        assertThat(page.body()).doesNotContain("/card/wallets/any", "/card/wallets/trusted");
        for (var way : new String[] {"any", "trusted"}) {
            assertThat(layla.post("/card/wallets/" + way, Map.of()).path()).isEqualTo("/card/wallets");
        }
        assertThat(layla.postBare("/card/wallet/offer", Map.of("key", "A".repeat(43), "_csrf", layla.token()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoever_has_no_card_is_led_to_their_application() {
        assertThat(Visitor.asPerson(port, email).get("/card/wallets").text()).contains("You have no card yet");
    }

    @Test
    void the_web_wallets_offer_is_of_no_use_to_another_key() throws Exception {
        var layla = holder();
        var browser = wallet();
        var thief = wallet();
        var offer = webOffer(layla, browser);

        assertThat(thief.redeemOffer(offer.code(), offer.pin()).error()).isEqualTo("invalid_grant");
        assertThat(browser.redeemOffer(offer.code(), offer.pin()).status()).isEqualTo(200);
    }

    @Test
    void the_web_wallet_has_the_code_for_the_check_page_and_removing_it_ends_that_too() throws Exception {
        var layla = holder();
        var browser = addedInBrowser(layla);
        copy(browser);

        var code = browser.asksForTheCode();

        assertThat(code.status()).as(code.text()).isEqualTo(200);
        assertThat(code.get("path")).startsWith("M0 0h7v1h-7z");
        assertThat(screens()).as("the one of the holder's own screen").isOne();
        assertThat(layla.get("/card/wallets").text()).contains("The wallet in a browser");
        layla.post(removals(layla).getFirst(), Map.of());
        assertThat(browser.asksForTheCode().error()).isEqualTo("invalid_token");
        assertThat(screens()).as("the code that the browser still shows").isZero();
    }

    @Test
    void other_wallets_get_no_code() throws Exception {
        var wallet = added(holder(), 1);

        assertThat(wallet.asksForTheCode().error()).isEqualTo("credential_request_denied");
    }

    @Test
    void a_browser_that_forgets_the_card_is_off_the_list() throws Exception {
        var layla = holder();
        var browser = addedInBrowser(layla);
        var copy = copy(browser);

        layla.get("/card/wallets");
        layla.post("/card/wallet/forget", Map.of("refresh_token", browser.refresh()));

        assertThat(removals(layla)).isEmpty();
        assertThat(positions.status(copy)).isEqualTo(Status.INVALID);
    }

    @Test
    void what_a_browser_keeps_of_our_pages_names_nobody() throws Exception {
        var layla = holder();
        var stranger = Visitor.at(port);

        assertThat(stranger.get("/card/wallet").body()).doesNotContain("_csrf", "/sign-out");
        assertThat(stranger.get("/card/wallet/state").body()).doesNotContain("holder", "token");
        assertThat(stranger.get("/card/wallet/worker.js").headers().get("service-worker-allowed"))
                .containsExactly("/card/wallet");
        assertThat(layla.get("/card/wallet/state").body())
                .contains("holder", "token")
                .doesNotContain(jdbc.sql("select person from card order by issued_at desc limit 1")
                        .query(UUID.class)
                        .single()
                        .toString());
    }

    @Test
    void a_guardian_adds_a_childs_card_and_the_number_comes_to_them() throws Exception {
        var guardian = Visitor.asPerson(port, email);
        var family = new SomeFamily(port);
        family.begin(guardian, "Mira");
        var child = family.child(
                guardian,
                "Noa",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(9));
        var card = cards.holder(port, SomeApplicant.layla("child-" + email)).card();
        jdbc.sql("update card set person = ? where id = ?")
                .params(child.value(), card.id().value())
                .update();

        family.actsFor(guardian, child);
        var wallet = added(guardian, 1);

        assertThat(wallet.comesAgain().status()).isEqualTo(200);
        assertThat(removals(guardian)).hasSize(1);
        family.actsForThemselves(guardian);
        assertThat(guardian.get("/card/wallets").text()).contains("You have no card yet");
    }

    private record WebOffer(String code, String pin) {}

    private WebOffer webOffer(Visitor holder, TestWallet browser) throws Exception {
        holder.get("/card/wallets");
        var answer = holder.post(
                "/card/wallet/offer",
                Map.of("key", browser.dpopKey.computeThumbprint().toString()));
        var offer = Json.object(answer.body().getBytes(StandardCharsets.UTF_8));
        return new WebOffer(
                offer.path("pre-authorized_code").asString(),
                offer.path("tx_code").asString());
    }

    /// A wallet that was let in, with what it was given.
    private record Taken(TestWallet wallet, String token, String refresh) {
        TestWallet.Answer fetches() {
            return wallet.credential(token, "card-sd-jwt", List.of(TestWallet.key()));
        }

        TestWallet.Answer comesAgain() {
            return wallet.refresh(refresh);
        }

        TestWallet.Answer asksForTheCode() {
            return wallet.ask(Paths.CODE, token, Map.of());
        }
    }

    private Taken added(Visitor holder, int mails) throws Exception {
        holder.get("/card/wallets");
        var page = holder.post("/card/wallets/any", Map.of());
        return taken(code(page), pin(mails).getFirst());
    }

    private Taken addedInBrowser(Visitor holder) throws Exception {
        var wallet = wallet();
        var offer = webOffer(holder, wallet);
        return taken(wallet, offer.code(), offer.pin());
    }

    private Taken taken(String code, String pin) {
        return taken(wallet(), code, pin);
    }

    private static Taken taken(TestWallet wallet, String code, String pin) {
        var answer = wallet.redeemOffer(code, pin);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Taken(wallet, answer.get("access_token"), answer.get("refresh_token"));
    }

    private TestWallet wallet() {
        return new TestWallet(port, clock.instant());
    }

    /// Codes for the screen that count, of the card that was issued last.
    private int screens() {
        var sql = """
            select count(*) from card_copy where kind = 'SCREEN' and ended_at is null
            and card = (select id from card order by issued_at desc, id limit 1)
            """;
        return jdbc.sql(sql).query(Integer.class).single();
    }

    /// Where the status of a copy stands that the wallet fetches.
    private static StatusReference copy(Taken wallet) throws Exception {
        var answer = wallet.fetches();
        assertThat(answer.status()).as(answer.error()).isEqualTo(200);
        var jwt = answer.body().path("credentials").path(0).path("credential").asString();
        var payload = Json.object(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
        var status = payload.path("status").path("status_list");
        return new StatusReference(
                status.path("uri").asString(), status.path("idx").asInt());
    }

    private static List<String> removals(Visitor holder) {
        return REMOVE.matcher(holder.get("/card/wallets").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String link(Answer page) {
        var found = LINK.matcher(page.body());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static String code(Answer page) throws Exception {
        return SomeWallet.offer(link(page))
                .path("grants")
                .path(Tokens.PRE_AUTHORIZED)
                .path("pre-authorized_code")
                .asString();
    }

    /// The numbers that came by mail, the newest first, once there are so many.
    private List<String> pin(int atLeast) throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            var pins = new java.util.ArrayList<String>();
            for (var mail : Visitor.at(port).get("/demo/outbox").body().split("class=\"kith-panel\"", -1)) {
                if (mail.contains("<bdi>" + email + "</bdi>"))
                    PIN.matcher(mail).results().map(found -> found.group(1)).forEach(pins::add);
            }
            if (pins.size() >= atLeast) return pins;
            Thread.sleep(100);
        }
        throw new AssertionError("no number came");
    }

    private Visitor holder() {
        return cards.holder(port, SomeApplicant.layla(email)).visitor();
    }
}
