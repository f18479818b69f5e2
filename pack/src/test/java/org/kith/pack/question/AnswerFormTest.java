package org.kith.pack.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.pack.Pack;
import org.kith.pack.SomePack;
import org.kith.pack.question.CheckedAnswer.Accepted;
import org.kith.pack.question.CheckedAnswer.LeftEmpty;
import org.kith.pack.question.CheckedAnswer.Refused;

class AnswerFormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pack UTOPIA = SomePack.utopia().loaded();

    @ParameterizedTest
    @CsvSource({
        "Надя, Бренн, NADIA, BRENN",
        "ليلى, الأمين, LAYLA, AL-AMIN",
        "Anna María, O’Brien, ANNA MARIA, O'BRIEN",
        "李, 小龙, XIAOLONG, LI",
    })
    void a_name_in_any_script_stands_beside_its_passport_spelling(
            String given, String family, String pGiven, String pFamily) {
        var answer = name(given, family, pGiven, pFamily);

        assertThat(answer).isEqualTo(new Accepted(new Value.Name(given, family, pGiven, pFamily)));
    }

    @ParameterizedTest
    @CsvSource({"SUHARTO, ''", "'', SUHARTO"})
    void a_single_name_needs_no_family_name(String passportGiven, String passportFamily) {
        assertThat(name("Suharto", "", passportGiven, passportFamily)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_passport_spelling_with_an_accent_is_refused_with_a_suggestion() {
        assertThat(faults(name("Laylá", "", "Laylá", "")))
                .containsExactly(new FieldFault(
                        "name.passport_given",
                        "refused.passport-spelling.suggest",
                        Map.of("wrote", "Laylá", "suggestion", "LAYLA")));
    }

    @Test
    void a_passport_spelling_in_small_letters_or_with_the_filler_is_understood() {
        var answer = name("Anna Maria", "Eriksson", "anna<maria", "Eriksson");

        assertThat(answer).isEqualTo(new Accepted(new Value.Name("Anna Maria", "Eriksson", "ANNA MARIA", "ERIKSSON")));
    }

    @Test
    void a_name_without_its_passport_spelling_is_refused() {
        assertThat(faults(name("Надя", "Бренн", "", "")))
                .extracting(FieldFault::messageKey)
                .containsExactly("refused.name.passport");
    }

    @Test
    void a_name_is_normalised_and_loses_what_turns_its_direction() {
        var answer = name("Jose\u0301\u202e  Ma", "", "JOSE", "");

        assertThat(answer).isEqualTo(new Accepted(new Value.Name("José Ma", "", "JOSE", "")));
    }

    @Test
    void a_persian_joiner_stays_in_a_name() {
        assertThat(name("علی\u200cرضا", "", "ALIREZA", ""))
                .isEqualTo(new Accepted(new Value.Name("علی\u200cرضا", "", "ALIREZA", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u0000nna",
                "A\u0007",
                "An\uD800na",
                "An\uE000na",
                "An\u2028na",
                "A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
            })
    void control_characters_half_characters_and_towers_of_marks_are_refused(String given) {
        assertThat(faults(name(given, "", "ANNA", "")))
                .extracting(FieldFault::field, FieldFault::messageKey)
                .containsExactly(org.assertj.core.api.Assertions.tuple("name.given", "refused.character"));
    }

    @Test
    void a_name_of_two_hundred_characters_passes_and_one_more_does_not() {
        assertThat(name("𠮷".repeat(200), "", "X", "")).isInstanceOf(Accepted.class);
        assertThat(faults(name("𠮷".repeat(201), "", "X", "")))
                .containsExactly(new FieldFault("name.given", "refused.too-long", Map.of("most", 200, "length", 201)));
        assertThat(faults(name("a".repeat(100_000), "", "X", "")))
                .extracting(FieldFault::messageKey)
                .containsExactly("refused.too-long");
    }

    @Test
    void a_name_needs_a_letter() {
        assertThat(faults(name("123", "", "X", "")))
                .extracting(FieldFault::messageKey)
                .containsExactly("refused.name.letters");
    }

    @ParameterizedTest
    @CsvSource({
        "27, 3, 1987, 1987-03-27",
        "٢٧, ٣, ١٩٨٧, 1987-03-27",
        "22, 11, 2026, 2026-11-22",
        "29, 2, 2024, 2024-02-29",
    })
    void a_date_is_read_with_the_digits_of_any_script(String day, String month, String year, String date) {
        assertThat(birth(day, month, year)).isEqualTo(new Accepted(new Value.Day(PartialDate.parse(date))));
    }

    @ParameterizedTest
    @CsvSource({
        "23, 11, 2026, birth_date.year, refused.date.future",
        "30, 2, 1987, birth_date.day, refused.date.not-real",
        "29, 2, 2023, birth_date.day, refused.date.not-real",
        "0, 2, 1987, birth_date.day, refused.date.not-real",
        "1, 13, 1987, birth_date.day, refused.date.not-real",
        "1, 2, 87, birth_date.year, refused.date.year",
        "1, 2, 1700, birth_date.year, refused.date.year",
        "1, 2, 20265, birth_date.year, refused.date.year",
        "1, x, 1987, birth_date.day, refused.date.not-real",
        "1, 2, , birth_date.year, refused.date.year-missing",
        "1, , 1987, birth_date.month, refused.date.month-missing",
        ", 2, 1987, birth_date.day, refused.date.day-missing",
        ", , , birth_date.day, refused.empty.date",
    })
    void a_date_of_birth_that_cannot_be_is_refused(
            String day, String month, String year, String field, String message) {
        assertThat(faults(birth(day, month, year))).containsExactly(new FieldFault(field, message));
    }

    @Test
    void a_date_may_lack_what_the_papers_lack() {
        assertThat(check("forebear_birth", Map.of("forebear_birth.year", "1931")))
                .isEqualTo(new Accepted(new Value.Day(new PartialDate(1931, 0, 0))));
        assertThat(check("forebear_birth", Map.of("forebear_birth.year", "1931", "forebear_birth.month", "4")))
                .isEqualTo(new Accepted(new Value.Day(new PartialDate(1931, 4, 0))));
        assertThat(faults(check("forebear_birth", Map.of("forebear_birth.year", "1931", "forebear_birth.day", "4"))))
                .containsExactly(new FieldFault("forebear_birth.month", "refused.date.month-missing"));
    }

    @Test
    void what_is_not_required_may_be_left_empty() {
        assertThat(check("forebear_birth", Map.of("forebear_birth.year", " "))).isEqualTo(new LeftEmpty());
        assertThat(check("other_names", Map.of("other_names", "\u202e"))).isEqualTo(new LeftEmpty());
    }

    @Test
    void i_do_not_know_is_an_answer_where_the_pack_allows_it() {
        assertThat(check("forebear", Map.of("forebear.not_known", "on"))).isEqualTo(new Accepted(new Value.NotKnown()));
        assertThat(check("speaks_utopian", Map.of("speaks_utopian.not_known", "on")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void only_the_choices_of_the_pack_and_the_countries_of_the_world_are_taken() {
        assertThat(check("forebear", Map.of("forebear", "mother"))).isEqualTo(new Accepted(new Value.Choice("mother")));
        assertThat(faults(check("forebear", Map.of("forebear", "aunt"))))
                .containsExactly(new FieldFault("forebear", "refused.choice"));
        assertThat(check("residence", Map.of("residence", "KEN"))).isEqualTo(new Accepted(new Value.Country("KEN")));
        assertThat(check("residence", Map.of("residence", "XER"))).isEqualTo(new Accepted(new Value.Country("XER")));
        assertThat(faults(check("residence", Map.of("residence", "XXX"))))
                .containsExactly(new FieldFault("residence", "refused.country"));
        assertThat(check("was_citizen", Map.of("was_citizen", "no"))).isEqualTo(new Accepted(new Value.YesNo(false)));
        assertThat(faults(check("was_citizen", Map.of("was_citizen", "maybe")))).hasSize(1);
    }

    /// The lines of ICAO 9303's specimen.
    @Test
    void a_passport_is_read_from_its_fields() {
        var answer = check("passport", passport());

        assertThat(answer)
                .isEqualTo(new Accepted(new Value.Passport(
                        "L898902C3",
                        "UTO",
                        "DEU",
                        "ERIKSSON",
                        "ANNA MARIA",
                        LocalDate.of(2032, 4, 15),
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10")));
    }

    @Test
    void a_passport_with_half_a_line_is_refused_at_the_lines() {
        var form = passport();
        form.put("passport.mrz", "P<UTOERIKSSON<<ANNA<MARIA");
        form.put("passport.issuer", "QQQ");

        assertThat(faults(check("passport", form)))
                .containsExactlyInAnyOrder(
                        new FieldFault("passport.mrz", "refused.passport.mrz-length"),
                        new FieldFault("passport.issuer", "refused.country"));
    }

    @Test
    void a_page_keeps_what_is_right_beside_what_is_wrong() {
        var page = UTOPIA.questions().page("birth").orElseThrow();
        var form = Map.of(
                "birth_date.day",
                "1",
                "birth_date.month",
                "2",
                "birth_date.year",
                "2030",
                "birth_place",
                "Lindow",
                "birth_country",
                "XAR");

        var checked = UTOPIA.questions().check(page, form, TODAY);

        assertThat(checked.accepted()).containsOnlyKeys("birth_place", "birth_country");
        assertThat(checked.refused()).containsExactly(new FieldFault("birth_date.year", "refused.date.future"));
    }

    @Test
    void every_refusal_has_its_words_in_every_language() {
        var keys = List.of(
                "refused.empty.name",
                "refused.empty.passport",
                "refused.empty.yes-no",
                "refused.empty.long-text",
                "refused.too-long",
                "refused.character",
                "refused.pattern",
                "refused.country",
                "refused.choice",
                "refused.name.given",
                "refused.name.letters",
                "refused.name.passport",
                "refused.passport-spelling.plain",
                "refused.passport-spelling.suggest",
                "refused.passport.number",
                "refused.passport.mrz-length",
                "refused.passport.mrz-character",
                "refused.date.day-missing",
                "refused.date.month-missing",
                "refused.date.year-missing",
                "refused.date.year",
                "refused.date.not-real",
                "refused.date.future",
                "refused.date.past");

        for (var language : UTOPIA.messages().languages()) {
            var texts = UTOPIA.messages().in(language.tag());
            assertThat(keys).allMatch(texts::has);
        }
    }

    @Test
    void neither_answers_nor_refusals_print_what_a_person_wrote() {
        var all = List.of(
                name("Laylá", "X", "Laylá", ""),
                name("Надя", "Бренн", "NADIA", "BRENN"),
                check("passport", passport()));

        assertThat(all.toString()).doesNotContain("Layl", "LAYLA", "Надя", "NADIA", "ERIKSSON", "L898902C3");
    }

    private static Map<String, String> passport() {
        var form = new HashMap<String, String>();
        form.put(
                "passport.mrz",
                "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10 ");
        form.put("passport.number", "L898902C3");
        form.put("passport.issuer", "UTO");
        form.put("passport.nationality", "D");
        form.put("passport.surname", "Eriksson");
        form.put("passport.given", "Anna Maria");
        form.put("passport.expires.day", "15");
        form.put("passport.expires.month", "4");
        form.put("passport.expires.year", "2032");
        return form;
    }

    private static CheckedAnswer name(String given, String family, String passportGiven, String passportFamily) {
        return check(
                "name",
                Map.of(
                        "name.given", given,
                        "name.family", family,
                        "name.passport_given", passportGiven,
                        "name.passport_family", passportFamily));
    }

    private static CheckedAnswer birth(String day, String month, String year) {
        var form = new HashMap<String, String>();
        if (day != null) form.put("birth_date.day", day);
        if (month != null) form.put("birth_date.month", month);
        if (year != null) form.put("birth_date.year", year);
        return check("birth_date", form);
    }

    private static CheckedAnswer check(String question, Map<String, String> form) {
        return UTOPIA.questions().check(question, form, TODAY);
    }

    private static List<FieldFault> faults(CheckedAnswer answer) {
        return answer instanceof Refused(var faults) ? faults : List.of();
    }
}
