package org.kith.pack.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.pack.rule.Outcome.MET;
import static org.kith.pack.rule.Outcome.NOT_MET;
import static org.kith.pack.rule.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.pack.Pack;
import org.kith.pack.SomePack;
import org.kith.pack.rule.Outcome;

/// Several people or things, each asked the same: forebears, children, papers.
class GroupsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String GROUP = """
              - id: forebears
                questions:
                  - id: forebears
                    type: group
                    topic: family
                    eligibility-check: true
                    purpose: purpose.forebear
                    kept-for: decision
                    seen-by: [caseworker]
                    least: 1
                    most: 3
                    questions:
                      - id: relation
                        type: choice
                        eligibility-check: true
                        choices: [parent, grandparent]
                      - id: country
                        type: country
                        historic: true
                        not-known: true
                        eligibility-check: true
                      - id: birth
                        type: date
                        partial: true
                        required: false
                        eligibility-check: true
                      - id: called
                        type: name
                        passport-spelling: false
            """;
    private static final String TEXTS = """
            page.forebears.title: Your forebears
            question.forebears:
              label: Whom do you descend from?
              add: Add another
              item: "Forebear {number}"
              relation: { label: Who, choice: { parent: Parent, grandparent: Grandparent } }
              country: { label: Where }
              birth: { label: When }
              called: { label: Name }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forebears.exists(f, f.country == 'UTO')                                     | MET",
                "forebears.exists(f, f.country == 'SUN')                                     | UNKNOWN",
                "forebears.exists(f, f.relation == 'parent' && f.country == 'UTO')           | NOT_MET",
                "forebears.exists_one(f, f.relation == 'parent')                             | MET",
                "forebears.all(f, f.relation in ['parent', 'grandparent'])                   | MET",
                "size(forebears.filter(f, f.relation == 'grandparent')) >= 2                 | MET",
                "size(forebears) > 3                                                         | NOT_MET",
                "forebears.exists(f, f.relation == 'grandparent' && f.birth.age >= 94)       | MET",
                "forebears.exists(f, f.relation == 'grandparent' && f.birth.age == 95)       | UNKNOWN",
                "forebears.exists(f, f.relation == 'parent' && f.birth.age >= 18)            | UNKNOWN",
            })
    void a_rule_goes_through_a_group_and_what_one_has_not_answered_never_counts_as_a_no(String rule, Outcome outcome) {
        assertThat(held(
                        rule,
                        List.of(
                                Map.of("relation", "parent", "country", "ERI"),
                                Map.of("relation", "grandparent", "country", "UTO", "birth", "1931"),
                                Map.of("relation", "grandparent", "country", Map.of("not_known", true)))))
                .isEqualTo(outcome);
    }

    @Test
    void until_the_person_says_that_this_is_all_the_list_is_not_known() {
        var some = List.of(Map.of("relation", "parent", "country", "UTO"));

        assertThat(held("size(forebears) == 1", some)).isEqualTo(MET);
        assertThat(held("size(forebears) == 1", Map.of("items", some, "complete", false)))
                .isEqualTo(UNKNOWN);
        assertThat(held("forebears.exists(f, f.relation == 'grandparent')", List.of()))
                .isEqualTo(NOT_MET);
    }

    @Test
    void one_of_a_group_is_checked_by_a_form_of_its_own() {
        var questions = pack("true").questions();
        var group = questions.question("forebears");

        var checked = questions.checkItem(
                group,
                Map.of(
                        "forebears.relation", "parent",
                        "forebears.country", "SUN",
                        "forebears.birth.year", "1931",
                        "forebears.called.given", "Ada"),
                TODAY);
        var wrong = questions.checkItem(group, Map.of("forebears.relation", "aunt"), TODAY);

        assertThat(checked.refused()).isEmpty();
        assertThat(checked.accepted())
                .containsEntry("relation", new Value.Choice("parent"))
                .containsEntry("country", new Value.Country("SUN"))
                .containsEntry("birth", new Value.Day(PartialDate.parse("1931")))
                .containsEntry("called", new Value.Name("Ada", "", "", ""));
        assertThat(wrong.refused())
                .extracting(FieldFault::field)
                .containsExactly("forebears.relation", "forebears.country", "forebears.called.given");
    }

    @Test
    void a_group_is_complete_when_each_is_answered_and_there_are_enough_of_them() {
        var group = pack("true").questions().question("forebears");
        var full = new Value.Item(
                "a",
                Map.of(
                        "relation", new Value.Choice("parent"),
                        "country", new Value.NotKnown(),
                        "called", new Value.Name("Ada", "", "", "")));
        var half = new Value.Item("b", Map.of("relation", new Value.Choice("parent")));

        assertThat(Questions.complete(group, Value.Group.EMPTY.with(full)))
                .isEqualTo(new CheckedAnswer.Accepted(new Value.Group(List.of(full), true)));
        assertThat(refused(group, Value.Group.EMPTY)).containsExactly("forebears: refused.group.least");
        assertThat(refused(group, Value.Group.EMPTY.with(full).with(half)))
                .containsExactly("forebears.b: refused.group.open");
        assertThat(refused(
                        group,
                        Value.Group.EMPTY
                                .with(full)
                                .with(new Value.Item("c", full.answers()))
                                .with(new Value.Item("d", full.answers()))
                                .with(new Value.Item("e", full.answers()))))
                .containsExactly("forebears: refused.group.most");
    }

    @Test
    void the_check_without_an_account_asks_of_each_only_what_decides() {
        var questions = pack("true").questions();
        var page = questions.eligibilityCheck().stream()
                .filter(each -> each.id().equals("forebears"))
                .findFirst()
                .orElseThrow();
        var asked = page.questions().getFirst();
        var known = new Value.Item(
                "a", Map.of("relation", new Value.Choice("parent"), "country", new Value.Country("UTO")));

        var complete = Questions.complete(asked, Value.Group.EMPTY.with(known));

        assertThat(asked.group().orElseThrow().members())
                .extracting(Question::name)
                .containsExactly("relation", "country", "birth");
        assertThat(complete).isInstanceOfSatisfying(CheckedAnswer.Accepted.class, accepted -> {
            var answers = Answers.NONE.with("forebears", accepted.value());
            assertThat(questions.open(answers, TODAY)).extracting(Question::id).contains("forebears");
        });
    }

    @Test
    void what_is_changed_keeps_its_place_and_opens_the_list_again() {
        var group = new Value.Group(List.of(new Value.Item("a", Map.of()), new Value.Item("b", Map.of())), true);

        var changed = group.with(new Value.Item("a", Map.of("relation", new Value.Choice("parent"))));

        assertThat(changed.items()).extracting(Value.Item::id).containsExactly("a", "b");
        assertThat(changed.complete()).isFalse();
        assertThat(changed.without("a").items()).extracting(Value.Item::id).containsExactly("b");
        assertThat(changed.find("a")).isPresent();
    }

    @Test
    void a_group_is_stored_and_read_back_as_it_was() {
        var questions = pack("true").questions();
        var group = Value.Group.EMPTY
                .with(new Value.Item(
                        "x7", Map.of("relation", new Value.Choice("parent"), "country", new Value.NotKnown())))
                .with(new Value.Item("y", Map.of("called", new Value.Name("Ada", "", "", ""))));
        var answers = Answers.NONE.with("forebears", group);

        assertThat(Answers.ofNeutral(questions, answers.neutral())).isEqualTo(answers);
        assertThatThrownBy(() -> Answers.ofNeutral(questions, Map.of("forebears", List.of(Map.of("aunt", "Ada")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ada");
    }

    private static List<String> refused(Question group, Value.Group said) {
        return Questions.complete(group, said) instanceof CheckedAnswer.Refused(var faults)
                ? faults.stream().map(FieldFault::toString).toList()
                : List.of();
    }

    private static Outcome held(String rule, Object forebears) {
        var pack = pack(rule);
        var answers = Answers.ofNeutral(pack.questions(), new HashMap<>(Map.of("forebears", forebears)));
        return pack.eligibility()
                .trace(answers, TODAY)
                .ground("former-citizen")
                .orElseThrow()
                .result();
    }

    private static Pack pack(String rule) {
        var pack = SomePack.utopia();
        var file = "questions/family.yaml";
        pack = pack.with(file, pack.text(file) + GROUP.indent(0));
        for (var language : List.of("en", "ar", "ru")) {
            var texts = "messages/" + language + ".yaml";
            pack = pack.with(texts, pack.text(texts) + TEXTS);
        }
        return pack.replacing(
                        "eligibility.yaml",
                        "rule: was_citizen",
                        "rule: " + '"' + rule.replace("\"", "\\\"").strip() + '"')
                .loaded();
    }
}
