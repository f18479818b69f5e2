package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.SomeCard.Holder;
import org.kith.server.Visitor;
import org.kith.server.wallet.TestWallet.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/// A wallet that its maker vouches for sends the holder here, who signs in and says yes: PAR (RFC 9126), PKCE (RFC
/// 7636), DPoP (RFC 9449), client attestation, `iss` (RFC 9207).
class AuthorizationTest extends WalletTest {
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private static Holder holder;

    @Autowired
    private Offering offering;

    @Autowired
    private Tidying tidying;

    private final ECKey instance = TestWallet.key();

    @BeforeEach
    void somebody_has_a_card() {
        if (holder == null) holder = holder();
    }

    @Test
    void a_wallet_is_let_in_and_has_the_card() {
        var code = code(pushed(_ -> {}));

        var token = redeem(code, VERIFIER);

        assertThat(token.status()).as(token.text()).isEqualTo(200);
        assertThat(token.get("token_type")).isEqualTo("DPoP");
        assertThat(token.get("scope")).isEqualTo("card-sd-jwt");
        assertThat(token.body().has("id_token")).isFalse();
        var credential = wallet.credential(token.get("access_token"), "card-sd-jwt", List.of(TestWallet.key()));
        assertThat(credential.status()).as(credential.text()).isEqualTo(200);
    }

    @Test
    void a_push_is_answered_with_an_address_for_a_minute_and_a_half() {
        var pushed = pushed(_ -> {});

        assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
        assertThat(pushed.get("request_uri"))
                .startsWith("urn:ietf:params:oauth:request_uri:")
                .hasSizeGreaterThan(70);
        assertThat(pushed.body().path("expires_in").intValue()).isBetween(60, 90);
        assertThat(pushed.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void the_browser_goes_back_with_code_state_and_issuer() {
        var state = "s".repeat(1_000) + "&=é ";
        var back = agreed(pushed(form -> form.put("state", state)));

        assertThat(back).startsWith(VouchedFor.REDIRECT + "&code=");
        var query = query(back);
        assertThat(query).containsEntry("state", state).containsEntry("iss", wallet.base() + "/wallet");
        assertThat(query.get("code").length()).isGreaterThanOrEqualTo(22);
    }

    @Test
    void whoever_says_no_sends_the_wallet_back_without_a_code() {
        var page = opened(pushed(form -> form.put("state", "x")));

        var back = decided(page, "/refuse");

        assertThat(query(back))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "x")
                .containsKey("iss");
        assertThat(query(back)).doesNotContainKey("code");
    }

    @Test
    void the_page_can_be_opened_twice_and_decided_once() {
        var pushed = pushed(_ -> {});
        var page = opened(pushed);
        assertThat(opened(pushed)).isEqualTo(page);
        assertThat(holder.visitor().get(page).text()).contains("Beacon");

        var first = decided(page, "/agree");
        assertThat(query(first)).containsKey("code");

        assertThat(holder.visitor().post(page + "/agree", Map.of()).status()).isEqualTo(400);
        assertThat(holder.visitor().get(authorize(pushed)).status()).isEqualTo(400);
    }

    @Test
    void whoever_signs_in_and_reads_for_longer_is_not_forgotten_meanwhile() {
        var page = opened(pushed(_ -> {}));
        clock.advanceBy(Duration.ofMinutes(25));
        tidying.round();

        assertThat(query(decided(page, "/agree"))).containsKey("code");

        clock.advanceBy(Duration.ofDays(2));
        tidying.round();
        assertThat(jdbc.sql("select count(*) from wallet_push where id = ?")
                        .param(java.util.UUID.fromString(page.substring(page.lastIndexOf('/') + 1)))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_address_that_ran_out_was_never_made_or_is_another_clients_opens_nothing() {
        var pushed = pushed(_ -> {});
        assertThat(holder.visitor()
                        .get("/wallet/authorize?client_id=" + VouchedFor.OF_THE_ROOT + "&request_uri="
                                + TestWallet.encoded(pushed.get("request_uri")))
                        .status())
                .isEqualTo(400);
        assertThat(holder.visitor()
                        .get("/wallet/authorize?client_id=" + VouchedFor.CLIENT
                                + "&request_uri=urn:ietf:params:oauth:request_uri:nothing")
                        .status())
                .isEqualTo(400);
        assertThat(holder.visitor()
                        .get("/wallet/authorize?response_type=code&client_id=x")
                        .status())
                .isEqualTo(400);

        clock.advanceBy(Duration.ofSeconds(91));
        assertThat(holder.visitor().get(authorize(pushed)).status()).isEqualTo(400);
    }

    @Test
    void whoever_is_not_signed_in_signs_in_first_and_comes_back() {
        var stranger = Visitor.at(port);

        var page = stranger.get(authorize(pushed(_ -> {})));

        assertThat(page.path()).startsWith("/sign-in?next=/wallet/consent/");
    }

    @Test
    void an_offer_to_one_person_is_no_use_to_another() {
        var offer = SomeWallet.offer(
                offering.toTrustedWallet(holder.card().person()).link());
        var state = offer.path("grants")
                .path("authorization_code")
                .path("issuer_state")
                .stringValue();
        var theirs = pushed(form -> form.put("issuer_state", state));
        assertThat(theirs.status()).as(theirs.text()).isEqualTo(201);
        var another = holder();

        assertThat(another.visitor().get(authorize(theirs)).status()).isEqualTo(400);
        assertThat(query(agreed(theirs))).containsKey("code");
        assertThat(pushed(form -> form.put("issuer_state", "nobody's")).error()).isEqualTo("invalid_request");
    }

    @Test
    void a_code_is_redeemed_once_and_the_second_time_ends_what_came_of_it() {
        var code = code(pushed(_ -> {}));
        var token = redeem(code, VERIFIER);
        wallet.credential(token.get("access_token"), "card-sd-jwt", List.of(TestWallet.key()));

        var again = redeem(code, VERIFIER);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("invalid_grant");
        var request = wallet.request("card-sd-jwt", List.of(TestWallet.key()));
        assertThat(wallet.ask(Paths.CREDENTIAL, token.get("access_token"), request)
                        .status())
                .isEqualTo(401);
        assertThat(refresh(token.get("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_over_after_a_minute() {
        var code = code(pushed(_ -> {}));
        clock.advanceBy(Duration.ofSeconds(61));
        wallet = new TestWallet(port, clock.instant());

        assertThat(redeem(code, VERIFIER).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_needs_its_verifier_its_client_its_instance_and_its_redirect() {
        var code = code(pushed(_ -> {}));

        assertThat(redeem(code, "another-verifier-that-is-long-enough-0123456789")
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(redeem(code, null).error()).isEqualTo("invalid_request");
        assertThat(redeem(code, VERIFIER, Map.of("redirect_uri", VouchedFor.APP_REDIRECT))
                        .error())
                .isEqualTo("invalid_grant");
        wallet.clientHeaders = VouchedFor.headers(TestWallet.key(), wallet);
        assertThat(wallet.token(redemption(code, VERIFIER)).error()).isEqualTo("invalid_grant");
        wallet.clientHeaders = Map.of();
        var web = new LinkedHashMap<>(redemption(code, VERIFIER));
        web.putAll(VouchedFor.assertion(wallet, _ -> {}));
        assertThat(wallet.token(web).error()).isEqualTo("invalid_grant");
        assertThat(wallet.token(redemption(code, VERIFIER)).status()).isEqualTo(401);

        assertThat(redeem(code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void a_code_bound_to_a_key_is_no_use_with_another() {
        var other = new TestWallet(port, clock.instant());
        var pushed = pushed(form -> form.put("dpop_jkt", thumbprint(other.dpopKey)));

        assertThat(redeem(code(pushed), VERIFIER).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_proof_at_the_push_binds_the_code_too() {
        wallet.nonce();
        wallet.clientHeaders = VouchedFor.headers(instance, wallet);
        var pushed = wallet.form(Paths.PAR, request(), wallet.dpop("POST", Paths.PAR, null));
        assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
        var code = code(pushed);
        var thief = new TestWallet(port, clock.instant());
        thief.clientHeaders = VouchedFor.headers(instance, thief);

        assertThat(thief.token(redemption(code, VERIFIER)).error()).isEqualTo("invalid_grant");
        assertThat(redeem(code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_is_bound_to_the_installation_and_not_to_one_dpop_key() {
        var token = redeem(code(pushed(_ -> {})), VERIFIER).get("refresh_token");
        var later = new TestWallet(port, clock.instant());
        later.clientHeaders = VouchedFor.headers(instance, later);
        var thief = new TestWallet(port, clock.instant());
        thief.clientHeaders = VouchedFor.headers(TestWallet.key(), thief);

        assertThat(later.refresh(token).status()).isEqualTo(200);
        assertThat(thief.refresh(token).error()).isEqualTo("invalid_grant");
        assertThat(new TestWallet(port, clock.instant()).refresh(token).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_wallet_with_a_key_of_its_own_comes_in_by_it() {
        var form = request();
        form.put("redirect_uri", "https://harbour.example/back");
        form.putAll(VouchedFor.assertion(wallet, _ -> {}));
        var pushed = wallet.form(Paths.PAR, form);
        assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
        var back = decided(opened(pushed, VouchedFor.WEB), "/agree");
        var redemption = new LinkedHashMap<>(redemption(query(back).get("code"), VERIFIER));
        redemption.putAll(VouchedFor.assertion(wallet, _ -> {}));

        assertThat(wallet.token(redemption).status()).isEqualTo(200);
    }

    @Test
    void what_is_asked_for_in_details_comes_with_identifiers() {
        var pushed = pushed(form -> {
            form.remove("scope");
            form.put(
                    "authorization_details",
                    "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"card-mdoc\"}]");
        });
        var token = redeem(code(pushed), VERIFIER);

        var detail = token.body().path("authorization_details").path(0);
        assertThat(detail.path("credential_configuration_id").stringValue()).isEqualTo("card-mdoc");
        var identifier = detail.path("credential_identifiers").path(0).stringValue();
        var nonce = wallet.nonce();
        var answer = wallet.ask(
                Paths.CREDENTIAL,
                token.get("access_token"),
                Map.of(
                        "credential_identifier",
                        identifier,
                        "proofs",
                        Map.of("jwt", List.of(wallet.proof(TestWallet.key(), nonce)))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code_challenge=",
                "code_challenge_method=plain",
                "code_challenge_method=",
                "redirect_uri=https://beacon.example/back",
                "redirect_uri=https://beacon.example/back?from=kith&more=1",
                "redirect_uri=",
                "response_type=",
                "request_uri=urn:ietf:params:oauth:request_uri:x",
                "response_mode=form_post"
            })
    void a_push_that_lacks_something_is_refused_at_once(String change) {
        var refused = pushed(form -> change(form, change));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_type=token|unsupported_response_type",
                "request=e30.e30.|request_not_supported",
                "scope=openid|invalid_scope",
                "scope=|invalid_scope",
                "authorization_details=[]|invalid_authorization_details",
                "authorization_details={|invalid_authorization_details",
                "authorization_details=[{\"type\":\"account\"}]|invalid_authorization_details",
                "authorization_details=[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"x\"}]|invalid_authorization_details",
                "client_secret=x|invalid_client",
                "client_id=another|invalid_client"
            })
    void other_faults_of_a_push_have_their_own_names(String change) {
        var parts = change.split("\\|", 2);

        assertThat(pushed(form -> change(form, parts[0])).error()).isEqualTo(parts[1]);
    }

    @Test
    void unknown_parameters_are_ignored() {
        assertThat(pushed(form -> form.put("resource", "x")).status()).isEqualTo(201);
    }

    @Test
    void parameters_that_come_twice_or_in_the_address_are_refused() {
        wallet.nonce();
        wallet.clientHeaders = VouchedFor.headers(instance, wallet);
        assertThat(wallet.form(Paths.PAR + "?scope=card-mdoc", request()).error())
                .isEqualTo("invalid_request");
        assertThat(wallet.form(Paths.TOKEN + "?grant_type=refresh_token", Map.of())
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    void other_methods_are_refused() {
        assertThat(wallet.get(Paths.PAR, "*/*").status()).isEqualTo(405);
        assertThat(wallet.get(Paths.TOKEN, "*/*").status()).isEqualTo(405);
        assertThat(wallet.get(Paths.CREDENTIAL, "*/*").status()).isEqualTo(405);
    }

    @Test
    void a_wallet_nobody_vouches_for_cannot_push() {
        var answer = wallet.form(Paths.PAR, request());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_client");
    }

    @Test
    void other_grants_are_not_known() {
        assertThat(wallet.token(Map.of("grant_type", "password")).error()).isEqualTo("unsupported_grant_type");
        assertThat(wallet.token(Map.of("grant_type", "client_credentials")).error())
                .isEqualTo("unsupported_grant_type");
        assertThat(wallet.token(Map.of()).error()).isEqualTo("invalid_request");
    }

    // what a wallet does

    private Map<String, String> request() {
        var form = new LinkedHashMap<String, String>();
        form.put("response_type", "code");
        form.put("redirect_uri", VouchedFor.REDIRECT);
        form.put("scope", "card-sd-jwt");
        form.put("code_challenge", TestWallet.sha256(VERIFIER));
        form.put("code_challenge_method", "S256");
        return form;
    }

    private Answer pushed(Consumer<Map<String, String>> fault) {
        var form = request();
        form.put("client_id", VouchedFor.CLIENT);
        fault.accept(form);
        wallet.clientHeaders = VouchedFor.headers(instance, wallet);
        var answer = wallet.form(Paths.PAR, form);
        wallet.clientHeaders = Map.of();
        return answer;
    }

    private static void change(Map<String, String> form, String change) {
        var parts = change.split("=", 2);
        if (parts[1].isEmpty()) form.remove(parts[0]);
        else form.put(parts[0], parts[1]);
    }

    private static String authorize(Answer pushed) {
        return "/wallet/authorize?client_id=" + VouchedFor.CLIENT + "&request_uri="
                + TestWallet.encoded(pushed.get("request_uri"));
    }

    private static String opened(Answer pushed) {
        return opened(pushed, VouchedFor.CLIENT);
    }

    private static String opened(Answer pushed, String client) {
        var query = Map.of("client_id", client, "request_uri", pushed.get("request_uri"));
        return holder.visitor().send("GET", "/wallet/authorize", query).path();
    }

    /// The address that the browser is sent to.
    private static String decided(String page, String decision) {
        holder.visitor().get(page);
        return holder.visitor().send("POST", page + decision, Map.of()).path();
    }

    private static String agreed(Answer pushed) {
        return decided(opened(pushed), "/agree");
    }

    private static String code(Answer pushed) {
        return query(agreed(pushed)).get("code");
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    private static Map<String, String> redemption(String code, String verifier) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        if (verifier != null) form.put("code_verifier", verifier);
        return form;
    }

    private Answer redeem(String code, String verifier) {
        return redeem(code, verifier, Map.of());
    }

    private Answer redeem(String code, String verifier, Map<String, String> more) {
        var form = new LinkedHashMap<>(redemption(code, verifier));
        form.putAll(more);
        if (wallet.dpopNonce.isEmpty()) wallet.nonce();
        wallet.clientHeaders = VouchedFor.headers(instance, wallet);
        var answer = wallet.token(form);
        wallet.clientHeaders = Map.of();
        return answer;
    }

    private Answer refresh(String token) {
        wallet.clientHeaders = VouchedFor.headers(instance, wallet);
        var answer = wallet.refresh(token);
        wallet.clientHeaders = Map.of();
        return answer;
    }

    private static String thumbprint(ECKey key) {
        try {
            return key.computeThumbprint().toString();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
