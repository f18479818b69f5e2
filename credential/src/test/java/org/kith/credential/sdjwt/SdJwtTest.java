package org.kith.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.credential.sdjwt.SomeCard.BOUND;
import static org.kith.credential.sdjwt.SomeCard.UNBOUND;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.credential.status.StatusReference;

class SdJwtTest {
    @Test
    void a_card_fresh_from_its_issuer_says_everything() throws SdJwtRefused {
        var card = verified(SomeCard.issued(), UNBOUND);

        assertThat(card.claims()).containsAllEntriesOf(SomeCard.claims());
        assertThat(card.issuer()).contains(SomeCard.ISSUER_URI);
        assertThat(card.type()).contains("urn:utopia:card:1");
        assertThat(card.status()).contains(new StatusReference(SomeCard.ISSUER_URI + "/status/7", 4711));
        assertThat(card.holderKey()).contains(SomeCard.HOLDER.jwk());
        assertThat(card.expiresAt()).contains(SomeCard.NOW.plus(Duration.ofDays(365)));
        assertThat(card.keyBound()).isFalse();
        assertThat(card.claims()).doesNotContainKeys("_sd", "_sd_alg");
    }

    @Test
    void a_holder_shows_one_fact_and_no_more() throws SdJwtRefused {
        var shown = SomeCard.presented(ClaimPath.of("age_equal_or_over", "18"));

        var card = verified(shown, BOUND);

        assertThat(card.keyBound()).isTrue();
        assertThat(card.claims()).containsEntry("age_equal_or_over", Map.of("18", true));
        assertThat(card.claims()).containsEntry("nationalities", List.of());
        assertThat(card.claims()).doesNotContainKeys("given_name", "family_name", "birthdate", "address");
    }

    @Test
    void showing_a_claim_within_another_shows_the_way_to_it() throws SdJwtRefused {
        var card = verified(SomeCard.presented(ClaimPath.of("address", "locality")), BOUND);

        assertThat(card.claims()).containsEntry("address", Map.of("locality", "Amaurot", "country", "UTO"));
    }

    @Test
    void showing_a_claim_does_not_show_what_can_be_withheld_within_it() throws SdJwtRefused {
        var held = HeldSdJwt.parse(SomeCard.issued());
        var address = ClaimPath.of("address");

        assertThat(verified(held.present(List.of(address)), UNBOUND).claims())
                .containsEntry("address", Map.of("country", "UTO"));
        assertThat(verified(held.present(held.disclosable(address)), UNBOUND).claims())
                .containsEntry("address", Map.of("locality", "Amaurot", "country", "UTO"));
    }

    @Test
    void a_withheld_part_of_a_shown_claim_stays_withheld() throws SdJwtRefused {
        var held = HeldSdJwt.parse(SomeCard.issued());

        var card = verified(held.present(List.of(ClaimPath.of("nationalities", 1))), UNBOUND);

        assertThat(card.claims()).containsEntry("nationalities", List.of("ARC"));
    }

    @Test
    void showing_nothing_is_allowed() throws SdJwtRefused {
        var card = verified(SomeCard.presented(), BOUND);

        assertThat(card.claims())
                .containsOnlyKeys(
                        "iss", "vct", "iat", "nbf", "exp", "cnf", "status", "nationalities", "age_equal_or_over");
    }

    @Test
    void a_holder_sees_what_can_be_withheld() throws SdJwtRefused {
        var expected = new HashSet<>(SomeCard.DISCLOSABLE);
        expected.remove(ClaimPath.of("nationalities", ClaimPath.EACH));
        expected.add(ClaimPath.of("nationalities", 0));
        expected.add(ClaimPath.of("nationalities", 1));

        assertThat(HeldSdJwt.parse(SomeCard.issued()).disclosable()).isEqualTo(expected);
    }

    @Test
    void decoys_hide_how_much_can_be_shown() throws SdJwtRefused {
        var plain = SomeCard.content();
        var content = new SdJwtContent(
                plain.issuer(),
                plain.type(),
                plain.issuedAt(),
                null,
                null,
                null,
                null,
                SomeCard.claims(),
                SomeCard.DISCLOSABLE,
                5);

        var issued = issuer().issue(content);

        assertThat(verified(issued, UNBOUND).claims()).containsAllEntriesOf(SomeCard.claims());
        var digests =
                (List<?>) PresentedSdJwt.parse(issued).issuerJwt().payload().get("_sd");
        assertThat(digests).hasSize(4 + 5).doesNotHaveDuplicates();
    }

    @Test
    void two_cards_of_one_person_have_no_digest_in_common() throws SdJwtRefused {
        var one = PresentedSdJwt.parse(SomeCard.issued()).issuerJwt().payload().get("_sd");
        var other =
                PresentedSdJwt.parse(SomeCard.issued()).issuerJwt().payload().get("_sd");

        assertThat(Collections.disjoint((List<?>) one, (List<?>) other)).isTrue();
    }

    @Test
    void verified_claims_cannot_be_changed() throws SdJwtRefused {
        var claims = verified(SomeCard.issued(), UNBOUND).claims();

        assertThatThrownBy(() -> claims.put("given_name", "Eve")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void no_name_is_printed_by_accident() throws SdJwtRefused {
        assertThat(verified(SomeCard.issued(), UNBOUND).toString()).doesNotContain("Мария");
        assertThat(PresentedSdJwt.parse(SomeCard.issued()).toString()).doesNotContain("ey");
    }

    @Test
    void an_issuer_does_not_sign_nonsense() {
        refusesToSign(Map.of("_sd", List.of()), Set.of());
        refusesToSign(Map.of("a", Map.of("...", "x")), Set.of());
        refusesToSign(Map.of("exp", 1), Set.of());
        refusesToSign(Map.of("a", 1), Set.of(ClaimPath.of("b")));
        refusesToSign(Map.of("a", 1), Set.of(ClaimPath.of("a", "b")));
        refusesToSign(Map.of("a", List.of(1)), Set.of(ClaimPath.of("a", 1)));
        refusesToSign(Map.of("a", 1), Set.of(ClaimPath.of("vct")));
        refusesToSign(Map.of("a", new Object()), Set.of());
    }

    @Test
    void nulls_numbers_and_depth_survive() throws SdJwtRefused {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("nothing", null);
        claims.put("large", new BigInteger("12345678901234567890123"));
        claims.put("fraction", new BigDecimal("1.50"));
        claims.put("text", "\"\\\n\u0000😀 \u2028");
        claims.put("nested", List.of(List.of(Map.of("a", List.of(1L, 2L)))));
        var content = new SdJwtContent(
                SomeCard.ISSUER_URI,
                "urn:x",
                SomeCard.NOW,
                null,
                null,
                null,
                null,
                claims,
                Set.of(
                        ClaimPath.of("nothing"),
                        ClaimPath.of("text"),
                        ClaimPath.of("nested", 0, 0),
                        ClaimPath.of("nested", 0, 0, "a"),
                        ClaimPath.of("nested", 0, 0, "a", ClaimPath.EACH)),
                0);

        assertThat(verified(issuer().issue(content), UNBOUND).claims()).containsAllEntriesOf(claims);
    }

    private static void refusesToSign(Map<String, Object> claims, Set<ClaimPath> disclosable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer().issue(new SdJwtContent(
                        SomeCard.ISSUER_URI, "urn:x", SomeCard.NOW, null, null, null, null, claims, disclosable, 0)));
    }

    private static SdJwtIssuer issuer() {
        return new SdJwtIssuer(SomeCard.ISSUER.signer(), new SecureRandom());
    }

    private static VerifiedSdJwt verified(String compact, KeyBinding binding) throws SdJwtRefused {
        return SomeCard.verifier().verify(PresentedSdJwt.parse(compact), binding);
    }
}
