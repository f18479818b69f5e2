package org.kith.credential.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.mrz.MrzFault.Kind;

class MrzReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String UPPER = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    private static final String LOWER = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    @Test
    void small_letters_spaces_and_windows_line_ends_are_forgiven() {
        var typed = "  p<uto eriksson<<anna<maria <<<<<<<<<<<<<<<<<<<\r\n\r\n"
                + LOWER.toLowerCase(Locale.ROOT).replace("uto", " uto ");

        assertThat(read(typed)).isEqualTo(read(UPPER + "\n" + LOWER));
    }

    @Test
    void both_lines_in_one_are_parted() {
        assertThat(read(UPPER + LOWER)).isEqualTo(read(UPPER + "\n" + LOWER));
        assertThat(read(UPPER + " " + LOWER)).isEqualTo(read(UPPER + "\n" + LOWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P«UTOERIKSSON««ANNA«MARIA«««««««««««««««««««",
                "P‹UTOERIKSSON‹‹ANNA‹MARIA‹‹‹‹‹‹‹‹‹‹‹‹‹‹‹‹‹‹‹",
                "P<UTOERIKSSON«ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                "Ｐ＜ＵＴＯＥＲＩＫＳＳＯＮ＜＜ＡＮＮＡ＜ＭＡＲＩＡ",
                "P UTOERIKSSON  ANNA MARIA                   ",
                "P<UTOERIKSSON<<ANNA<MARIA",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<<",
                "P<UT0ER1K5SON<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<",
                "Р<UТОЕRІКSSОN<<АNNА<МАRІА<<<<<<<<<<<<<<<<<<<",
                "\u200eP<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\u200f"
            })
    void look_alikes_are_taken_for_what_they_stand_for(String upper) {
        assertThat(read(upper + "\n" + LOWER)).isEqualTo(read(UPPER + "\n" + LOWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L898902C36UTO74O8I22F12O4I59ZE184226B<<<<<IO",
                "L898902C36UT07408122F1204159ZE184226B<<<<<10",
                "L898902C36UTO7408122F1204159ZE184226B<<10",
                "L898902C36UTO7408122F1204159ZE184226B<<<<<<<<<10",
                "L898902C36UTO٧٤٠٨١٢٢F١٢٠٤١٥٩ZE184226B<<<<<10"
            })
    void slips_in_the_second_line_are_forgiven_where_only_one_reading_is_left(String lower) {
        assertThat(read(UPPER + "\n" + lower)).isEqualTo(read(UPPER + "\n" + LOWER));
    }

    @ParameterizedTest
    @CsvSource({
        "10, DOCUMENT_NUMBER_CHECK_DIGIT",
        "20, BIRTH_DATE_CHECK_DIGIT",
        "28, EXPIRY_CHECK_DIGIT",
        "43, OPTIONAL_DATA_CHECK_DIGIT",
        "44, COMPOSITE_CHECK_DIGIT"
    })
    void a_wrong_check_digit_is_named_with_its_place(int column, Kind kind) {
        var wrong = LOWER.substring(0, column - 1) + "7" + LOWER.substring(column);

        assertThat(faults(UPPER + "\n" + wrong))
                .extracting(MrzFault::kind, MrzFault::line, MrzFault::column)
                .containsExactly(tuple(kind, 2, column));
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(faults("P<U<OERIKSSON\nL898902C35UTO7413122Z1204158ZE184226B<<<<<10"))
                .extracting(MrzFault::kind)
                .containsExactly(
                        Kind.ISSUER,
                        Kind.DOCUMENT_NUMBER_CHECK_DIGIT,
                        Kind.BIRTH_DATE,
                        Kind.BIRTH_DATE_CHECK_DIGIT,
                        Kind.SEX,
                        Kind.EXPIRY_CHECK_DIGIT);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "''|EMPTY",
                "hello|WRONG_NUMBER_OF_LINES",
                "P<UTO/X/Y/Z|WRONG_NUMBER_OF_LINES",
                "P<UTOERIKSSON<<ANNA<MARIA/L898902C36UTO|WRONG_LINE_LENGTH",
                "P<UTOERIKSSON<<ANNA&MARIA/L898902C36UTO7408122F1204159ZE184226B<<<<<10|FOREIGN_CHARACTER",
                "V<UTOERIKSSON<<ANNA<MARIA/L898902C36UTO7408122F1204159ZE184226B<<<<<10|DOCUMENT_TYPE",
                "P<UTO/L898902C36UTO7408122F1204159ZE184226B<<<<<10|NAME"
            },
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false)
    void what_is_no_zone_is_refused_with_a_reason(String typed, Kind kind) {
        assertThat(faults(typed.replace('/', '\n'))).extracting(MrzFault::kind).contains(kind);
    }

    @Test
    void a_megabyte_of_letters_is_refused_at_once() {
        assertThat(faults("A".repeat(1_000_000)))
                .extracting(MrzFault::kind)
                .containsExactly(Kind.WRONG_NUMBER_OF_LINES);
    }

    @Test
    void a_fault_does_not_repeat_what_was_typed() {
        assertThat(faults("P<UTO5ECRET§\nL898902C35UTO7413122Z1204158ZE184226B<<<<<10"))
                .noneMatch(
                        fault -> fault.mend().contains("5ECRET") || fault.mend().contains("L898902C3"));
    }

    @Test
    void a_birthday_that_would_be_tomorrow_was_a_hundred_years_ago() {
        var today = LocalDate.of(2026, 8, 11);

        assertThat(MrzDate.birth("260811", today)).contains(new MrzDate(2026, 8, 11));
        assertThat(MrzDate.birth("260812", today)).contains(new MrzDate(1926, 8, 12));
        assertThat(MrzDate.birth("27<<<<", today)).contains(new MrzDate(1927, null, null));
        assertThat(MrzDate.birth("26<<<<", today)).contains(new MrzDate(2026, null, null));
    }

    @Test
    void a_leap_day_falls_in_a_leap_year() {
        assertThat(MrzDate.birth("000229", TODAY)).contains(new MrzDate(2000, 2, 29));
        assertThat(MrzDate.birth("010229", TODAY)).isEmpty();
        assertThat(MrzDate.birth("<<0230", TODAY)).isEmpty();
        assertThat(MrzDate.birth("<<0229", TODAY)).contains(new MrzDate(null, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({"261231, 2026", "750101, 2075", "760101, 1976", "991231, 1999", "000101, 2000"})
    void an_expiry_lies_within_fifty_years(String raw, int year) {
        assertThat(MrzDate.expiry(raw, TODAY).orElseThrow().year()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"48<<<<", "<<<<<<", "4803<<", "<<0412"})
    void an_unknown_part_of_a_birthday_stays_unknown(String raw) {
        var mrz = SomeMrz.passport(MrzDate.birth(raw, TODAY).orElseThrow());

        assertThat(read(String.join("\n", mrz.lines()))).isEqualTo(mrz);
        assertThat(mrz.birthDate().raw()).isEqualTo(raw);
        assertThat(mrz.birthDate().complete()).isEmpty();
    }

    @Test
    void half_an_expiry_is_refused() {
        assertThat(MrzDate.expiry("26<<<<", TODAY)).isEmpty();
        assertThat(MrzDate.expiry("<<<<<<", TODAY)).contains(MrzDate.UNKNOWN);
    }

    @Test
    void a_long_number_runs_on_into_the_optional_data() {
        var mrz = SomeMrz.card(MrzFormat.TD1, "D23145890734AB", "X1");

        assertThat(mrz.lines().getFirst())
                .isEqualTo("I<UTOD23145890<734AB" + CheckDigit.of("D23145890734AB") + "<X1<<<<<<");
        assertThat(read(String.join("\n", mrz.lines()))).isEqualTo(mrz);
    }

    @Test
    void a_wrong_check_digit_of_a_long_number_is_found_where_it_stands() {
        var lines = SomeMrz.card(MrzFormat.TD2, "D23145890734", "").lines();
        var at = lines.get(1).indexOf("734") + 3;
        var wrong = lines.get(1).substring(0, at)
                + (lines.get(1).charAt(at) == '1' ? '2' : '1')
                + lines.get(1).substring(at + 1);

        assertThat(faults(lines.get(0) + "\n" + wrong))
                .extracting(MrzFault::kind, MrzFault::column)
                .containsExactly(tuple(Kind.DOCUMENT_NUMBER_CHECK_DIGIT, at + 1));
    }

    @Test
    void a_name_that_begins_with_fillers_is_a_single_name() {
        var mrz = read("P<UTO<<NADIA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n" + LOWER);

        assertThat(mrz.surname()).isEqualTo("NADIA");
        assertThat(mrz.givenNames()).isEmpty();
    }

    @Test
    void a_name_up_to_the_last_place_may_be_truncated() {
        var mrz = read("P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K\n" + LOWER);

        assertThat(mrz.nameMayBeTruncated()).isTrue();
        assertThat(read(UPPER + "\n" + LOWER).nameMayBeTruncated()).isFalse();
    }

    @Test
    void germany_has_one_letter_and_the_unspecified_sex_two_signs() {
        var mrz = read("P<D<<MUSTERMANN<<ERIKA\nC01X00T478D<<6408125<2702283<<<<<<<<<<<<<<<4");

        assertThat(mrz.issuer()).isEqualTo("D");
        assertThat(mrz.sex()).isEqualTo(Sex.UNSPECIFIED);
        assertThat(read("P<D<<MUSTERMANN<<ERIKA\nC01X00T478D<<6408125X2702283<<<<<<<<<<<<<<<4"))
                .isEqualTo(mrz);
    }

    private static Mrz read(String typed) {
        var reading = MrzReader.read(typed, TODAY);
        assertThat(reading).isInstanceOf(MrzReading.Read.class);
        return ((MrzReading.Read) reading).mrz();
    }

    private static List<MrzFault> faults(String typed) {
        var reading = MrzReader.read(typed, TODAY);
        assertThat(reading).isInstanceOf(MrzReading.Refused.class);
        return ((MrzReading.Refused) reading).faults();
    }
}
