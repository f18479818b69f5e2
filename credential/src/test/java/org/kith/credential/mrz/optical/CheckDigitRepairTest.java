package org.kith.credential.mrz.optical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kith.credential.mrz.CheckDigit;
import org.kith.credential.mrz.Mrz;

class CheckDigitRepairTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String NAME = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    private static final String RIGHT = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    @Test
    void what_is_right_is_left_as_it_is() {
        assertThat(read(RIGHT)).isPresent();
    }

    @Test
    void one_exchange_that_makes_all_right_is_made() {
        var seen = RIGHT.replaceFirst("902", "9O2");

        assertThat(read(seen, 5).orElseThrow().documentNumber()).isEqualTo("L898902C3");
    }

    @Test
    void two_exchanges_are_made_where_one_is_not_enough() {
        var seen = RIGHT.replaceFirst("902", "9O2").replace("26B", "268");

        assertThat(read(seen, 1, 5, 36).orElseThrow().optionalData()).isEqualTo("ZE184226B");
    }

    @Test
    void where_two_readings_fit_neither_is_taken() {
        // The first and the fourth place weigh the same: no check digit tells which of the two was a zero.
        assertThat(CheckDigit.of("O12045678")).isEqualTo(CheckDigit.of("012O45678"));
        var number = "O12045678" + CheckDigit.of("O12045678");
        var rest = RIGHT.substring(10, 43);
        var covered = number + rest.substring(3, 10) + rest.substring(11);
        var seen = "O12O" + number.substring(4) + rest + CheckDigit.of(covered);

        assertThat(read(seen, 0)).isPresent();
        assertThat(read(seen, 0, 3)).isEmpty();
    }

    @Test
    void what_no_look_alike_explains_is_not_guessed_at() {
        assertThat(read(RIGHT.replaceFirst("C3", "C4"), 5)).isEmpty();
    }

    @Test
    void a_letter_that_was_plain_is_not_exchanged() {
        assertThat(read(RIGHT.replaceFirst("902", "9O2"))).isEmpty();
    }

    private static Optional<Mrz> read(String second, int... doubtful) {
        return CheckDigitRepair.read(List.of(line(NAME), line(second, doubtful)), TODAY);
    }

    /// @param doubtful places, counted from 0, where other letters were nearly as likely
    private static SeenLine line(String text, int... doubtful) {
        var letters = new ArrayList<SeenLine.Letter>();
        for (var i = 0; i < text.length(); i++) {
            var place = i;
            var isDoubtful = IntStream.of(doubtful).anyMatch(each -> each == place);
            letters.add(new SeenLine.Letter(text.charAt(i), 0.9, isDoubtful ? Shapes.LETTERS : ""));
        }
        return new SeenLine(letters, 0.9);
    }
}
