package org.kith.credential.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Base45;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.qr.CardQr;
import org.kith.credential.qr.SomeCard;
import org.kith.credential.signing.Signer;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.StatusListTerms;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.credential.trust.KeyPurpose;
import org.kith.credential.trust.Trust;
import org.kith.credential.trust.TrustFile;
import org.kith.credential.trust.TrustedKey;

/// Every reason a check can give, each reached in its own way.
class CardCheckTest {
    private static final int VALID = 1;
    private static final int SUSPENDED = 2;
    private static final int REVOKED = 3;
    private static final int APPLICATION_SPECIFIC = 4;
    private static final int OUTSIDE = 1000;

    private static final Instant NOW = SomeCard.ISSUED.plus(Duration.ofHours(2));
    private static final Instant LISTED = SomeCard.ISSUED.plus(Duration.ofHours(1));
    private static final Instant LIST_ENDS = LISTED.plus(Duration.ofDays(2));

    private final SomeKey cardKey = SomeKey.fresh();
    private final SomeKey statusKey = SomeKey.fresh();
    private final TrustFile issuer = issuer(SomeCard.ISSUER, SomeCard.ISSUED.plus(Duration.ofDays(900)));

    @Test
    void a_card_that_stands_is_valid_and_the_age_of_the_list_is_told() {
        var result = check(at(VALID), NOW);

        assertThat(result.reason()).isEqualTo(CheckReason.STANDS);
        assertThat(result.answer()).isEqualTo(CheckAnswer.VALID);
        assertThat(result.card()).isEqualTo(SomeCard.at(VALID));
        assertThat(result.issuerName()).isEqualTo("Utopia");
        assertThat(result.listIssuedAt()).isEqualTo(LISTED);
        assertThat(result.listAge()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_suspended_card_is_suspended() {
        assertThat(check(at(SUSPENDED), NOW).reason()).isEqualTo(CheckReason.SUSPENDED);
    }

    @Test
    void a_revoked_card_is_revoked() {
        assertThat(check(at(REVOKED), NOW).reason()).isEqualTo(CheckReason.REVOKED);
    }

    @Test
    void revoked_stands_after_the_list_has_run_out_and_nothing_else_does() {
        assertThat(check(at(REVOKED), LIST_ENDS).reason()).isEqualTo(CheckReason.REVOKED);
        assertThat(check(at(SUSPENDED), LIST_ENDS).reason()).isEqualTo(CheckReason.LIST_EXPIRED);
        assertThat(check(at(VALID), LIST_ENDS).reason()).isEqualTo(CheckReason.LIST_EXPIRED);
        assertThat(check(at(VALID), LIST_ENDS.minusSeconds(1)).reason()).isEqualTo(CheckReason.STANDS);
    }

    @Test
    void a_card_that_has_ended_is_expired_with_a_list_or_without_and_revoked_before_that() {
        var end = SomeCard.ofOlena().expiresAt();

        assertThat(check(at(VALID), end).reason()).isEqualTo(CheckReason.ENDED);
        assertThat(check(at(SUSPENDED), end).reason()).isEqualTo(CheckReason.ENDED);
        assertThat(check(at(REVOKED), end).reason()).isEqualTo(CheckReason.REVOKED);
        assertThat(check(at(VALID), end, noList()).reason()).isEqualTo(CheckReason.ENDED);
        assertThat(check(at(VALID), end.minusSeconds(1), noList()).reason()).isEqualTo(CheckReason.NO_LIST);
    }

    @Test
    void a_card_signed_by_another_under_our_issuers_kid_is_not_genuine_and_none_of_it_is_shown() {
        var result = check(forged(), NOW);

        assertThat(result.reason()).isEqualTo(CheckReason.SIGNATURE_FAILS);
        assertThat(result.answer()).isEqualTo(CheckAnswer.NOT_GENUINE);
        assertThat(result.card()).isNull();
        assertThat(result.issuerName()).isNull();
    }

    @Test
    void a_changed_name_is_not_genuine() throws Malformed {
        var cwt = Zlib.inflate(Base45.read(at(VALID)), 1000);
        var place = new String(cwt, ISO_8859_1).indexOf("Olena");
        cwt[place] = 'A';

        assertThat(check(Base45.write(Zlib.deflate(cwt, 9)), NOW).reason()).isEqualTo(CheckReason.SIGNATURE_FAILS);
    }

    @Test
    void what_is_no_card_is_unreadable() {
        assertThat(check("https://kith.example/check", NOW).reason()).isEqualTo(CheckReason.UNREADABLE);
        assertThat(check("", NOW).reason()).isEqualTo(CheckReason.UNREADABLE);
        assertThat(check(at(VALID).substring(0, 100), NOW).reason()).isEqualTo(CheckReason.UNREADABLE);
    }

    @Test
    void a_card_of_an_issuer_nobody_chose_is_unknown() {
        var card = SomeCard.ofOlena();
        var other = new CardQr(
                "https://other.example", card.fullName(), null, 1990, card.issuedAt(), card.expiresAt(), card.status());

        assertThat(check(other.sign(cardKey.signer()).text(), NOW).reason()).isEqualTo(CheckReason.ISSUER_NOT_TRUSTED);
    }

    @Test
    void a_key_the_trust_file_does_not_name_for_cards_is_unknown() {
        assertThat(check(SomeCard.ofOlena().sign(SomeKey.fresh().signer()).text(), NOW)
                        .reason())
                .isEqualTo(CheckReason.KEY_NOT_TRUSTED);
        assertThat(check(SomeCard.ofOlena().sign(statusKey.signer()).text(), NOW)
                        .reason())
                .isEqualTo(CheckReason.KEY_NOT_TRUSTED);
    }

    @Test
    void a_card_signed_after_its_key_was_laid_aside_is_unknown() {
        var trust = new Trust(List.of(issuer(SomeCard.ISSUER, SomeCard.ISSUED.minusSeconds(1))));

        assertThat(CardCheck.check(at(VALID), trust, lists(), clock(NOW)).reason())
                .isEqualTo(CheckReason.KEY_OUT_OF_TIME);
    }

    @Test
    void a_card_that_begins_later_is_unknown_beyond_what_clocks_differ() {
        var early = SomeCard.ISSUED.minus(Duration.ofMinutes(6));

        assertThat(check(at(VALID), early).reason()).isEqualTo(CheckReason.NOT_YET_VALID);
        assertThat(check(at(VALID), SomeCard.ISSUED.minus(Duration.ofMinutes(4)))
                        .reason())
                .isNotEqualTo(CheckReason.NOT_YET_VALID);
    }

    @Test
    void a_card_that_points_to_a_list_elsewhere_is_unknown() {
        var card = SomeCard.ofOlena();
        var elsewhere = new CardQr(
                card.issuer(),
                card.fullName(),
                null,
                1990,
                card.issuedAt(),
                card.expiresAt(),
                new StatusReference("https://other.example/status/1", 1));

        assertThat(check(elsewhere.sign(cardKey.signer()).text(), NOW).reason()).isEqualTo(CheckReason.LIST_ELSEWHERE);
    }

    @Test
    void without_a_list_nothing_is_valid() {
        assertThat(check(at(VALID), NOW, noList()).reason()).isEqualTo(CheckReason.NO_LIST);
    }

    @Test
    void a_list_that_is_not_believed_makes_nothing_valid() {
        assertThat(check(at(VALID), NOW, listsOf(token().substring(0, 200))).reason())
                .isEqualTo(CheckReason.LIST_REFUSED);
    }

    @Test
    void a_list_made_later_than_now_is_unknown() {
        assertThat(check(at(VALID), LISTED.minus(Duration.ofMinutes(6))).reason())
                .isEqualTo(CheckReason.LIST_FROM_FUTURE);
    }

    @Test
    void a_position_outside_the_list_or_a_value_without_meaning_is_unknown() {
        assertThat(check(at(OUTSIDE), NOW).reason()).isEqualTo(CheckReason.STATUS_UNKNOWN);
        assertThat(check(at(APPLICATION_SPECIFIC), NOW).reason()).isEqualTo(CheckReason.STATUS_UNKNOWN);
    }

    /// Changed before it is packed, so that the changes reach the readers behind the checksum.
    @Test
    void bytes_changed_at_random_are_answered_and_never_valid() throws Malformed {
        var cwt = Zlib.inflate(Base45.read(at(VALID)), 1000);
        var random = new Random(69);
        for (var round = 0; round < 2_000; round++) {
            var changed = cwt.clone();
            for (var change = 1 + random.nextInt(3); change > 0; change--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            }
            if (Arrays.equals(changed, cwt)) continue;

            var result = check(Base45.write(Zlib.deflate(changed, 1)), NOW);

            assertThat(result.answer()).isIn(CheckAnswer.NOT_GENUINE, CheckAnswer.UNKNOWN);
            assertThat(result.card()).isNull();
        }
    }

    @Test
    void the_exit_codes_are_those_scripts_rely_on() {
        assertThat(Arrays.stream(CheckAnswer.values()).map(CheckAnswer::exitCode))
                .containsExactly(0, 10, 11, 12, 13, 20);
    }

    private CheckResult check(String text, Instant now) {
        return check(text, now, lists());
    }

    private CheckResult check(String text, Instant now, StatusLists lists) {
        return CardCheck.check(text, new Trust(List.of(issuer)), lists, clock(now));
    }

    private String at(int index) {
        return SomeCard.at(index).sign(cardKey.signer()).text();
    }

    /// Made by a stranger who writes the trusted key's name into it.
    private String forged() {
        var stranger = SomeKey.fresh().signer();
        var liar = new Signer() {
            @Override
            public String keyId() {
                return cardKey.jwk().thumbprint();
            }

            @Override
            public byte[] sign(byte[] message) {
                return stranger.sign(message);
            }
        };
        return SomeCard.at(VALID).sign(liar).text();
    }

    private StatusLists lists() {
        return listsOf(token());
    }

    private static StatusLists listsOf(String token) {
        return new StatusLists() {
            @Override
            public Optional<VerifiedStatusList> find(String uri, TrustFile issuer) throws StatusListRefused {
                return Optional.of(issuer.verify(token, uri));
            }
        };
    }

    private static StatusLists noList() {
        return (_, _) -> Optional.empty();
    }

    private String token() {
        var list = StatusList.ofSize(4, 100);
        list.set(SUSPENDED, Status.SUSPENDED);
        list.set(REVOKED, Status.INVALID);
        list.set(APPLICATION_SPECIFIC, 3);
        var terms = new StatusListTerms(SomeCard.LIST, LISTED, LIST_ENDS, Duration.ofHours(1));
        return StatusListToken.sign(terms, list, statusKey.signer());
    }

    private TrustFile issuer(String address, Instant lastSigned) {
        var begin = SomeCard.ISSUED.minus(Duration.ofDays(1));
        return new TrustFile(
                address,
                "Utopia",
                "https://kith.example/status/",
                null,
                List.of(
                        new TrustedKey(cardKey.jwk(), KeyPurpose.CARD, begin, lastSigned),
                        new TrustedKey(statusKey.jwk(), KeyPurpose.STATUS, begin, begin.plus(Duration.ofDays(2000)))));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
