package org.kith.credential.mrz.optical;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.credential.mrz.MrzFormat;
import org.kith.credential.mrz.Sex;

class PhotographedZoneTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /// ICAO Doc 9303's own specimen.
    private static final Mrz SPECIMEN = some(MrzFormat.TD3, "P", "L898902C3", "ERIKSSON", "ANNA MARIA");

    @ParameterizedTest
    @ValueSource(doubles = {-2.5, 0, 2.5})
    void a_passport_page_on_a_table_is_read_however_it_lies(double askew) {
        assertThat(seen(SomeDocument.saying(SPECIMEN.lines()).askew(askew))).isEqualTo(new Sighting.Read(SPECIMEN));
    }

    @ParameterizedTest
    @ValueSource(doubles = {88.5, 180})
    void a_page_on_its_side_or_on_its_head_is_read(double turned) {
        assertThat(seen(SomeDocument.saying(SPECIMEN.lines())
                        .photographed(2400, 0.7)
                        .askew(turned)))
                .isEqualTo(new Sighting.Read(SPECIMEN));
    }

    @Test
    void a_photo_in_poor_light_is_read() {
        assertThat(seen(SomeDocument.saying(SPECIMEN.lines()).askew(1.5).badly()))
                .isEqualTo(new Sighting.Read(SPECIMEN));
    }

    @Test
    void a_page_far_away_is_read() {
        assertThat(seen(SomeDocument.saying(SPECIMEN.lines())
                        .photographed(2400, 0.45)
                        .askew(-2)))
                .isEqualTo(new Sighting.Read(SPECIMEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OCRB", "OCRBF", "OCRBL"})
    void other_cuts_of_the_letters_are_read(String cut) {
        assertThat(seen(SomeDocument.saying(SPECIMEN.lines()).printedIn(cut))).isEqualTo(new Sighting.Read(SPECIMEN));
    }

    @ParameterizedTest
    @CsvSource({"TD1,I", "TD2,I"})
    void cards_are_read_too(MrzFormat format, String type) {
        var card = some(format, type, "D23145890", "ERIKSSON", "ANNA MARIA");

        assertThat(seen(SomeDocument.saying(card.lines()).askew(1))).isEqualTo(new Sighting.Read(card));
    }

    @Test
    void letter_and_digit_that_look_alike_are_told_apart_by_the_check_digit() {
        for (var number : List.of("80B1I23O4", "O12345678", "B8B345671")) {
            var tricky = some(MrzFormat.TD3, "P", number, "OBIO", "BIBI");

            assertThat(seen(SomeDocument.saying(tricky.lines())))
                    .as(number)
                    .isIn(new Sighting.Read(tricky), new Sighting.Unsure());
        }
        var settled = some(MrzFormat.TD3, "P", "XO0000001", "OBIO", "BIBI");
        assertThat(seen(SomeDocument.saying(settled.lines()))).isNotInstanceOf(Sighting.Nothing.class);
    }

    @Test
    void a_zone_that_does_not_add_up_is_not_guessed_at() {
        var lines = SPECIMEN.lines();
        var wrong = lines.get(1).substring(0, 9) + "4" + lines.get(1).substring(10);

        assertThat(seen(SomeDocument.saying(List.of(lines.getFirst(), wrong)))).isEqualTo(new Sighting.Unsure());
    }

    @Test
    void a_page_without_a_zone_has_none() {
        assertThat(seen(SomeDocument.saying(List.of()))).isEqualTo(new Sighting.Nothing());
        assertThat(PhotographedZone.on(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), TODAY))
                .isEqualTo(new Sighting.Nothing());
        assertThat(PhotographedZone.on(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), TODAY))
                .isEqualTo(new Sighting.Nothing());
    }

    @Test
    void another_document_in_the_same_letters_is_no_passport() {
        var letter = List.of(
                "WE CONFIRM THAT ANNA ERIKSSON HAS LIVED HERE", "SINCE THE SPRING OF 1974 AND PAID ALL HER DUES");

        assertThat(seen(SomeDocument.saying(letter))).isNotInstanceOf(Sighting.Read.class);
    }

    @Test
    void letters_too_small_to_tell_apart_are_not_guessed_at() {
        assertThat(seen(SomeDocument.saying(SPECIMEN.lines()).photographed(500, 0.8)))
                .isNotInstanceOf(Sighting.Read.class);
    }

    private static Sighting seen(SomeDocument document) {
        return PhotographedZone.on(document.seen(), TODAY);
    }

    private static Mrz some(MrzFormat format, String type, String number, String surname, String given) {
        return new Mrz(
                format,
                type,
                "UTO",
                number,
                surname,
                given,
                "UTO",
                new MrzDate(1974, 8, 12),
                Sex.FEMALE,
                new MrzDate(2032, 4, 15),
                format == MrzFormat.TD3 ? "ZE184226B" : "",
                "");
    }
}
