package org.kith.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSpellingsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            ANNA BRENN          | BRENN ANNA
            Anna-Maria Brenn    | BRENN MARIA ANNA
            O'Neill Sean        | SEAN O’NEILL
            Müller Eva          | EVA MUELLER
            Müller Eva          | EVA MULLER
            Łukasz Żak          | ZAK LUKASZ
            Надежда Варга       | NADEZHDA VARGA
            Надежда Варга       | варга НАДЕЖДА
            مُحَمَّد علي        | علي محمد
            שָׂרָה לוי          | לוי שרה
            王 小明              | 小明 王
            Sukarnowati         | SUKARNOWATI
            Anna  Brenn         | anna<<brenn
            """, delimiter = '|')
    void one_name_is_found_however_it_is_written(String one, String other) {
        assertThat(NameSpellings.of(one)).anyMatch(NameSpellings.of(other)::contains);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ANNA BRENN          | ANNE BRENN
            ANNA BRENN          | ANNA
            ANNA ANNA BRENN     | ANNA BRENN
            ANNA BRENN          | ANNAB RENN
            """, delimiter = '|')
    void other_names_are_others(String one, String other) {
        assertThat(NameSpellings.of(one)).noneMatch(NameSpellings.of(other)::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--", "123", "😀"})
    void what_has_no_letters_is_no_name(String nothing) {
        assertThat(NameSpellings.of(nothing)).isEmpty();
    }

    @Test
    void a_number_is_found_however_it_is_printed() {
        assertThat(List.of(
                        DocumentNumber.of("XER", "XL 765-4321"),
                        DocumentNumber.of("xer", "xl7654321"),
                        DocumentNumber.of("XER", "XL<765<4321"),
                        DocumentNumber.of("XER ", "ＸＬ7654321")))
                .containsOnly("XER XL7654321");
    }

    @Test
    void a_state_that_took_another_code_is_the_same_and_one_that_fell_apart_is_not() {
        assertThat(DocumentNumber.of("D", "C01X00T47")).isEqualTo(DocumentNumber.of("DEU", "C01X00T47"));
        assertThat(DocumentNumber.of("ZAR", "OB0123456")).isEqualTo(DocumentNumber.of("COD", "OB0123456"));
        assertThat(DocumentNumber.of("YUG", "AB123456")).isNotEqualTo(DocumentNumber.of("SRB", "AB123456"));
        assertThat(DocumentNumber.of("XER", "AB123456")).isNotEqualTo(DocumentNumber.of("XAR", "AB123456"));
    }

    @Test
    void half_a_document_is_none() {
        assertThat(DocumentNumber.of("XER", "--")).isEmpty();
        assertThat(DocumentNumber.of("", "XL7654321")).isEmpty();
    }
}
