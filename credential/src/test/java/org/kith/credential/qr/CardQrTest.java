package org.kith.credential.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.encoding.Base45;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusReference;

class CardQrTest {
    private final SomeKey key = SomeKey.fresh();

    @ParameterizedTest
    @CsvSource({"Olena Kovalenko, Олена Коваленко", "Layla al-Hashimi, ليلى الهاشمي", "Suharto, ", "Li Xiaoming, 李小明"})
    void a_signed_card_reads_back_as_it_was_written(String latin, String ownScript) throws Malformed {
        var card = SomeCard.named(latin, ownScript);

        var presented = PresentedCardQr.parse(card.sign(key.signer()).text());

        assertThat(presented.claimedIssuer()).isEqualTo(SomeCard.ISSUER);
        assertThat(presented.names(key.jwk())).isTrue();
        assertThat(presented.verify(key.jwk()).orElseThrow().content()).isEqualTo(card);
    }

    @Test
    void under_another_key_it_is_not_verified() throws Malformed {
        var other = SomeKey.fresh();
        var presented =
                PresentedCardQr.parse(SomeCard.ofOlena().sign(key.signer()).text());

        assertThat(presented.names(other.jwk())).isFalse();
        assertThat(presented.verify(other.jwk())).isEmpty();
    }

    @Test
    void it_is_claim_169_to_any_other_reader() throws Malformed {
        var token = PresentedCwt.parse(SomeCard.ofOlena().sign(key.signer()).text());
        var person = Claim169.of(token.verify(key.jwk()).orElseThrow());

        assertThat(person.text(Claim169Field.FULL_NAME)).contains("Olena Kovalenko");
        assertThat(person.text(Claim169Field.SECONDARY_FULL_NAME)).contains("Олена Коваленко");
        assertThat(person.text(Claim169Field.DATE_OF_BIRTH)).contains("1990");
        assertThat(person.has(Claim169Field.ID)).isFalse();
        assertThat(person.has(Claim169Field.PHOTO)).isFalse();
    }

    @Test
    void the_size_told_is_the_size_signed_and_an_ordinary_card_leaves_room() throws Malformed {
        var card = SomeCard.ofOlena();
        var signed = card.sign(key.signer());

        assertThat(signed.size()).isEqualTo(card.size()).isLessThan(300);
        assertThat(Zlib.inflate(Base45.read(signed.text()), 1000)).hasSize(signed.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ш", "ح", "李", "é", "👩‍👩‍👧‍👦", "क्षि"})
    void the_longest_names_are_cut_between_letters_until_they_fit(String letter) {
        var own = letter.repeat(80);
        var latin = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3).strip();

        var fitted = SomeCard.named(latin, own).fitting();

        assertThat(fitted.size()).isLessThanOrEqualTo(CardQr.MAX_BYTES).isGreaterThan(CardQr.MAX_BYTES - 60);
        assertThat(fitted.nameInOwnScript()).endsWith("…");
        var kept =
                fitted.nameInOwnScript().substring(0, fitted.nameInOwnScript().length() - 1);
        assertThat(kept).isEqualTo(letter.repeat(kept.length() / letter.length()));
        assertThat(fitted.sign(key.signer()).size()).isEqualTo(fitted.size());
    }

    @Test
    void eighty_cyrillic_letters_alone_are_kept_beside_a_short_latin_name() {
        var card = SomeCard.named("Ivan Petrov", "Щ".repeat(80));

        assertThat(card.fitting().nameInOwnScript()).hasSizeGreaterThan(70);
    }

    @Test
    void a_card_that_fits_keeps_its_names() {
        assertThat(SomeCard.ofOlena().fitting()).isEqualTo(SomeCard.ofOlena());
    }

    @Test
    void a_card_too_large_is_not_signed() {
        var card = SomeCard.named("A".repeat(300), null);

        assertThatThrownBy(() -> card.sign(key.signer()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 400");
    }

    @Test
    void addresses_that_leave_no_room_for_a_name_are_refused() {
        var card = SomeCard.ofOlena();
        var far = new CardQr(
                "https://" + "a".repeat(250) + ".example",
                card.fullName(),
                card.nameInOwnScript(),
                1990,
                card.issuedAt(),
                card.expiresAt(),
                new StatusReference(SomeCard.LIST, 1));

        assertThatThrownBy(far::fitting).hasMessageContaining("no room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A\nB", "A\u001B[2J", "\u202Eanelo"})
    void a_name_that_would_fool_a_reader_is_refused(String name) {
        assertThatThrownBy(() -> SomeCard.named(name, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SomeCard.named("Olena", name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_card_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> new CardQr(
                        SomeCard.ISSUER,
                        "Olena",
                        null,
                        1990,
                        SomeCard.ISSUED,
                        SomeCard.ISSUED.minus(Duration.ofSeconds(1)),
                        new StatusReference(SomeCard.LIST, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signed_code_without_status_is_no_card() {
        var claims = Cbor.map()
                .put(1, new Cbor.Text(SomeCard.ISSUER))
                .put(4, new Cbor.Int(2))
                .put(6, new Cbor.Int(1))
                .put(
                        169,
                        Cbor.map()
                                .put(4, new Cbor.Text("Olena"))
                                .put(8, new Cbor.Text("1990"))
                                .build());
        var cwt = CoseSign1.sign(Cbor.map().build(), Cbor.write(claims.build()), key.signer());

        assertThatThrownBy(() -> PresentedCardQr.parse(Base45.write(Zlib.deflate(cwt, 6))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("status");
    }

    /// The last byte of packed data may have spare bits, which change nothing of what was signed.
    @Test
    void a_text_cut_short_anywhere_is_refused_and_a_letter_changed_anywhere_verifies_nothing_else() throws Malformed {
        var text = SomeCard.ofOlena().sign(key.signer()).text();
        var signed = Zlib.inflate(Base45.read(text), 1000);
        for (var at = 0; at < text.length(); at++) {
            var cut = text.substring(0, at);
            var changed = new StringBuilder(text);
            changed.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');

            assertThatThrownBy(() -> PresentedCardQr.parse(cut)).isInstanceOf(Malformed.class);
            if (verified(changed.toString())) {
                assertThat(Zlib.inflate(Base45.read(changed.toString()), 1000))
                        .as("letter %d", at)
                        .isEqualTo(signed);
            }
        }
    }

    private boolean verified(String text) {
        try {
            return PresentedCardQr.parse(text).verify(key.jwk()).isPresent();
        } catch (Malformed unreadable) {
            return false;
        }
    }
}
