package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.card.Card;

/// A holder makes an offer, and a wallet takes it up with the PIN that came by mail (OpenID4VCI 3.5, 6).
class OfferTest extends WalletTest {
    private static Card card;

    @BeforeEach
    void somebody_has_a_card() {
        if (card == null) card = holder().card();
    }

    @Test
    void an_offer_names_us_and_what_can_be_had() {
        var offer = wallets.offered(card).offer();

        assertThat(offer.path("credential_issuer").stringValue()).isEqualTo("http://localhost:" + port);
        assertThat(offer.path("credential_configuration_ids").valueStream().map(each -> each.stringValue()))
                .containsExactly("card-sd-jwt", "card-mdoc");
        var grant = offer.path("grants").path(Tokens.PRE_AUTHORIZED);
        assertThat(grant.path("tx_code").path("length").intValue()).isEqualTo(6);
        assertThat(grant.path("pre-authorized_code").stringValue()).hasSize(43);
    }

    @Test
    void a_wallet_takes_it_up_and_has_the_card_in_both_formats() {
        var offered = wallets.offered(card);
        var token = wallet.redeemOffer(offered.code(), offered.pin());
        assertThat(token.status()).as(token.text()).isEqualTo(200);
        assertThat(token.get("token_type")).isEqualTo("DPoP");

        for (var configuration : List.of("card-sd-jwt", "card-mdoc")) {
            var keys = List.of(TestWallet.key(), TestWallet.key());
            var answer = wallet.credential(token.get("access_token"), configuration, keys);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(TestWallet.credentials(answer)).hasSize(2).doesNotHaveDuplicates();
            assertThat(answer.get("notification_id")).isNotEmpty();
        }
    }

    @Test
    void a_wrong_pin_is_refused_and_after_five_the_offer_is_over() {
        var offered = wallets.offered(card);
        var wrong = offered.pin().equals("000000") ? "000001" : "000000";
        for (var i = 0; i < Offers.TRIES; i++) {
            var answer = wallet.redeemOffer(offered.code(), wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_grant");
        }

        assertThat(wallet.redeemOffer(offered.code(), offered.pin()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_wallet_that_a_stranger_vouches_for_is_one_that_nobody_vouches_for() {
        var offered = wallets.offered(card);
        wallet.clientHeaders = byAStranger("elsewhere-app");

        var first = wallet.redeemOffer(offered.code(), offered.pin());

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(wallet.refresh(first.get("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void a_stranger_cannot_vouch_for_a_wallet_of_somebody_known() {
        var offered = wallets.offered(card);
        wallet.clientHeaders = byAStranger(VouchedFor.CLIENT);

        assertThat(wallet.redeemOffer(offered.code(), offered.pin()).error()).isEqualTo("invalid_client_attestation");
    }

    private Map<String, String> byAStranger(String client) {
        var instance = TestWallet.key();
        var claims = new JWTClaimsSet.Builder()
                .subject(client)
                .expirationTime(Date.from(wallet.now().plusSeconds(600)))
                .claim("cnf", Map.of("jwk", instance.toPublicJWK().toJSONObject()))
                .build();
        var header = TestWallet.header("oauth-client-attestation+jwt").build();
        return Map.of(
                "OAuth-Client-Attestation",
                TestWallet.signed(TestWallet.key(), header, claims),
                "OAuth-Client-Attestation-PoP",
                VouchedFor.possession(instance, wallet.base(), wallet.now(), own -> own.issuer(client)));
    }

    @Test
    void a_missing_pin_is_said_and_costs_no_try() {
        var offered = wallets.offered(card);
        for (var i = 0; i < 10; i++) {
            assertThat(wallet.redeemOffer(offered.code(), null).error()).isEqualTo("invalid_request");
        }

        assertThat(wallet.redeemOffer(offered.code(), offered.pin()).status()).isEqualTo(200);
    }

    @Test
    void an_offer_is_taken_up_once() {
        var offered = wallets.offered(card);
        wallet.redeemOffer(offered.code(), offered.pin());

        var again = new TestWallet(port, clock.instant()).redeemOffer(offered.code(), offered.pin());

        assertThat(again.error()).isEqualTo("invalid_grant");
    }

    @Test
    void an_offer_is_over_after_a_quarter_of_an_hour() {
        var offered = wallets.offered(card);
        clock.advanceBy(Offering.LIFE.plus(Duration.ofSeconds(1)));

        var late = new TestWallet(port, clock.instant()).redeemOffer(offered.code(), offered.pin());

        assertThat(late.error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_new_offer_ends_the_one_before() {
        var first = wallets.offered(card);
        wallets.offered(card);

        assertThat(wallet.redeemOffer(first.code(), first.pin()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_wallet_comes_again_by_itself_with_the_key_it_had() {
        var offered = wallets.offered(card);
        var first = wallet.redeemOffer(offered.code(), offered.pin());
        var refresh = first.get("refresh_token");

        var again = wallet.refresh(refresh);
        var another = new TestWallet(port, clock.instant()).refresh(refresh);

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.body().has("refresh_token")).isFalse();
        assertThat(another.error()).isEqualTo("invalid_grant");
    }
}
