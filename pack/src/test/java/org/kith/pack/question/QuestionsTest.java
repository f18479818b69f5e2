package org.kith.pack.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.pack.Pack;
import org.kith.pack.SomePack;

class QuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pack UTOPIA = SomePack.utopia().loaded();
    private static final Questions QUESTIONS = UTOPIA.questions();

    @Test
    void sections_stand_in_the_order_of_the_programme() {
        assertThat(QUESTIONS.sections()).extracting(Section::id).containsExactly("about-you", "family", "tie");
    }

    @Test
    void every_question_says_why_it_is_asked_who_sees_it_and_how_long_it_is_kept() {
        var texts = UTOPIA.messages().english();

        assertThat(QUESTIONS.all()).isNotEmpty().allSatisfy(question -> {
            assertThat(texts.text(question.purposeKey())).isNotBlank();
            assertThat(question.seenBy()).isNotEmpty();
        });
    }

    @Test
    void the_check_without_an_account_asks_neither_name_nor_passport() {
        var asked = QUESTIONS.eligibilityCheck().stream().flatMap(page -> page.questions().stream());

        assertThat(asked)
                .extracting(Question::id)
                .containsExactly(
                        "residence", "forebear", "line_papers", "speaks_utopian", "language_proof", "was_citizen");
    }

    @Test
    void a_question_appears_when_an_earlier_answer_calls_for_it() {
        assertThat(asked(Answers.NONE)).doesNotContain("forebear_name", "citizen_until");
        assertThat(asked(Answers.NONE.with("forebear", new Value.Choice("mother"))))
                .contains("forebear_name", "line_papers");
        assertThat(asked(Answers.NONE.with("forebear", new Value.Choice("none"))))
                .doesNotContain("forebear_name");
        assertThat(asked(Answers.NONE.with("forebear", new Value.NotKnown()))).doesNotContain("forebear_name");
    }

    @Test
    void what_is_open_are_the_required_questions_that_are_asked() {
        var answers =
                Answers.NONE.with("forebear", new Value.Choice("none")).with("residence", new Value.Country("XER"));

        assertThat(QUESTIONS.open(answers, TODAY))
                .extracting(Question::id)
                .containsExactly(
                        "name",
                        "birth_date",
                        "birth_place",
                        "birth_country",
                        "passport",
                        "speaks_utopian",
                        "was_citizen");
    }

    @Test
    void answers_come_back_from_their_neutral_form_as_they_went() {
        var answers = Answers.NONE
                .with("name", new Value.Name("Надя", "", "NADIA", ""))
                .with("birth_date", new Value.Day(PartialDate.parse("1987-02-14")))
                .with("residence", new Value.Country("XER"))
                .with("forebear", new Value.NotKnown())
                .with("was_citizen", new Value.YesNo(true))
                .with("other_names", new Value.Text("Nadja"))
                .with(
                        "passport",
                        new Value.Passport("A1", "XAR", "XAR", "BRENN", "NADIA", LocalDate.of(2030, 1, 1), ""));

        assertThat(Answers.ofNeutral(QUESTIONS, answers.neutral())).isEqualTo(answers);
    }

    @Test
    void what_was_never_an_answer_does_not_become_one() {
        for (var wrong : Map.of("forebear", "aunt", "was_citizen", "yes", "birth_date", "yesterday", "name", "Nadia")
                .entrySet()) {
            assertThatThrownBy(() -> Answers.ofNeutral(QUESTIONS, Map.of(wrong.getKey(), wrong.getValue())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(wrong.getValue());
        }
    }

    private static List<String> asked(Answers answers) {
        return QUESTIONS.asked(answers, TODAY).stream().map(Question::id).toList();
    }
}
