package org.kith.credential.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples printed in ICAO Doc 9303 itself.
class IcaoExamplesTest {
    private static final LocalDate IN_2011 = LocalDate.of(2011, 6, 1);

    @Test
    void the_passport_specimen_is_read_and_written_back() {
        var lines =
                List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10");

        var mrz = read(lines);

        assertThat(mrz)
                .isEqualTo(new Mrz(
                        MrzFormat.TD3,
                        "P",
                        "UTO",
                        "L898902C3",
                        "ERIKSSON",
                        "ANNA MARIA",
                        "UTO",
                        new MrzDate(1974, 8, 12),
                        Sex.FEMALE,
                        new MrzDate(2012, 4, 15),
                        "ZE184226B",
                        ""));
        assertThat(mrz.lines()).isEqualTo(lines);
    }

    @Test
    void the_td2_specimen_is_read_and_written_back() {
        var lines = List.of("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");

        var mrz = read(lines);

        assertThat(mrz.format()).isEqualTo(MrzFormat.TD2);
        assertThat(mrz.documentNumber()).isEqualTo("D23145890");
        assertThat(mrz.birthDate().complete()).contains(LocalDate.of(1974, 8, 12));
        assertThat(mrz.expiry().complete()).contains(LocalDate.of(2012, 4, 15));
        assertThat(mrz.lines()).isEqualTo(lines);
    }

    @Test
    void the_td1_specimen_is_read_and_written_back() {
        var lines = List.of(
                "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");

        var mrz = read(lines);

        assertThat(mrz.format()).isEqualTo(MrzFormat.TD1);
        assertThat(mrz.documentNumber()).isEqualTo("D23145890");
        assertThat(mrz.surname()).isEqualTo("ERIKSSON");
        assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(mrz.lines()).isEqualTo(lines);
    }

    /// 9303-3 Appendix A, examples 1 and 2.
    @ParameterizedTest
    @CsvSource({"520727, 3", "AB2134<<<, 5"})
    void check_digits_are_worked_out_as_printed(String data, char digit) {
        assertThat(CheckDigit.of(data)).isEqualTo(digit);
    }

    /// 9303-3 Appendix A, examples 3 to 5: composite check digits. The upper lines are ours.
    @Test
    void composite_check_digits_are_worked_out_as_printed() {
        assertThat(read(List.of("P<YTO" + "X".repeat(39), "HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<08"))
                        .lines()
                        .get(1))
                .isEqualTo("HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<08");
        assertThat(read(List.of("I<YTO" + "X".repeat(31), "HA672242<6YTO5802254M9601086<<<<<<<8"))
                        .lines()
                        .get(1))
                .isEqualTo("HA672242<6YTO5802254M9601086<<<<<<<8");
        assertThat(read(List.of("I<YTOD231458907<<<<<<<<<<<<<<<", "3407127M9507122YTO<<<<<<<<<<<2", "X".repeat(30)))
                        .lines()
                        .get(1))
                .isEqualTo("3407127M9507122YTO<<<<<<<<<<<2");
    }

    /// 9303-4 §4.2.3.1.
    @ParameterizedTest
    @CsvSource({
        "ERIKSSON, ANNA MARIA, ERIKSSON<<ANNA<MARIA",
        "HENG, DEBORAH MING LO, HENG<<DEBORAH<MING<LO",
        "SMITH-JONES, SUSIE MARGARET, SMITH<JONES<<SUSIE<MARGARET",
        "O'CONNOR, ENYA SIOBHAN, OCONNOR<<ENYA<SIOBHAN",
        "VAN DER MUELLEN, MARTIN, VAN<DER<MUELLEN<<MARTIN",
        "AL-BASRI, HUDA MUHAMMAD JAWAD, AL<BASRI<<HUDA<MUHAMMAD<JAWAD",
        "VILARCHAO FERNANDEZ, JOSE RAMON, VILARCHAO<FERNANDEZ<<JOSE<RAMON",
        "ARKFREITH, '', ARKFREITH",
        "SATRIYA SUDARPA, '', SATRIYA<SUDARPA"
    })
    void names_are_written_as_printed(String surname, String givenNames, String field) {
        var name = new NameField(asPrinted(surname), asPrinted(givenNames));

        assertThat(name.write(39)).isEqualTo(field + "<".repeat(39 - field.length()));
        assertThat(NameField.read(name.write(39))).isEqualTo(name);
    }

    /// 9303-4 and -5 §4.2.3: of the ways an issuer may truncate, the one that drops the end.
    @ParameterizedTest
    @CsvSource({
        "39, NILAVADHANANANDA, CHAYAPA DEJTHAMRONG KRASUANG, NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
        "39, NILAVADHANANANDA, ARNPOL PETCH CHARONGUANG, NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU",
        "39, PAPANDROPOULOUS, JONATHON WARREN TREVOR, PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR",
        "30, PAPANDROPOULOUS, JONATHON ALEC, PAPANDROPOULOUS<<JONATHON<ALEC",
        "30, VILARCHAO FERNANDEZ, JOSE RAMON, VILARCHAO<FERNANDEZ<<JOSE<RAMO",
        "31, VILARCHAO FERNANDEZ, JOSE RAMON, VILARCHAO<FERNANDEZ<<JOSE<RAMON"
    })
    void long_names_are_truncated_as_printed(int width, String surname, String givenNames, String field) {
        assertThat(new NameField(surname, givenNames).write(width)).isEqualTo(field);
    }

    private static String asPrinted(String name) {
        return Transliteration.toMrz(name).replace('<', ' ');
    }

    private static Mrz read(List<String> lines) {
        var reading = MrzReader.read(String.join("\n", lines), IN_2011);
        assertThat(reading).isInstanceOf(MrzReading.Read.class);
        return ((MrzReading.Read) reading).mrz();
    }
}
