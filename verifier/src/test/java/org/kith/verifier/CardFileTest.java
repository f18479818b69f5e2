package org.kith.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.qr.CardQr;

/// Which pictures a code is read from.
class CardFileTest {
    private final SomeIssuer issuer = SomeIssuer.at("https://kith.example");
    private final String code = issuer.code(1);

    @ParameterizedTest
    @ValueSource(ints = {30, 35, 50, 90})
    void a_code_on_a_page_is_read_from_30_millimetres_up(int millimetres) {
        assertThat(CardFile.texts(Drawn.pdf(millimetres, code))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {170, 300, 900, 2500})
    void a_code_is_read_from_170_pixels_up(int pixels) {
        assertThat(CardFile.texts(Drawn.png(Drawn.picture(code, pixels)))).containsExactly(code);
    }

    @Test
    void light_on_dark_is_read_too() {
        assertThat(CardFile.texts(Drawn.png(Drawn.inverted(Drawn.picture(code, 400)))))
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -7, 3, 12, 45, 90, 180})
    void a_noisy_photo_askew_is_read(double degrees) {
        var photo = Drawn.photographed(Drawn.picture(code, 600), degrees);

        assertThat(CardFile.texts(Drawn.jpeg(photo))).containsExactly(code);
    }

    @Test
    void the_largest_card_is_read_at_50_millimetres() {
        var card = issuer.card(1);
        var largest = new CardQr(
                        card.issuer(),
                        "Wolfeschlegelsteinhausenbergerdorff ".repeat(3).strip(),
                        "Щ".repeat(80),
                        card.yearOfBirth(),
                        card.issuedAt(),
                        card.expiresAt(),
                        card.status())
                .fitting()
                .sign(issuer.card().signer());

        assertThat(largest.size()).isGreaterThan(390);
        assertThat(CardFile.texts(Drawn.pdf(50, largest.text()))).containsExactly(largest.text());
    }

    @Test
    void a_card_is_found_among_other_codes() {
        assertThat(CardFile.texts(Drawn.pdf(50, "https://kith.example/check", code)))
                .containsExactly(code);
    }

    @Test
    void a_small_file_that_claims_a_huge_picture_is_not_opened() {
        // PNG's header with 60,000 × 60,000 pixels.
        var header = java.util.HexFormat.of()
                .parseHex("89504e470d0a1a0a" + "0000000d49484452" + "0000ea600000ea60" + "0802000000" + "00000000");

        assertThat(CardFile.texts(header)).isEmpty();
    }
}
