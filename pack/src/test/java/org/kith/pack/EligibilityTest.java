package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.pack.rule.Outcome.MET;
import static org.kith.pack.rule.Outcome.NOT_MET;
import static org.kith.pack.rule.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.pack.eligibility.ClauseTrace;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.eligibility.Said;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Value;
import org.kith.pack.rule.Outcome;

class EligibilityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pack UTOPIA = SomePack.utopia().loaded();

    @Test
    void a_granddaughter_with_papers_belongs_by_descent() {
        var trace = UTOPIA.eligibility().trace(SomeAnswers.granddaughter(UTOPIA), TODAY);

        assertThat(trace.overall()).isEqualTo(MET);
        assertThat(trace.grounds())
                .extracting(GroundTrace::ground)
                .containsExactly("descent", "culture", "former-citizen");
        assertThat(trace.grounds()).extracting(GroundTrace::result).containsExactly(MET, NOT_MET, NOT_MET);
    }

    @Test
    void a_met_ground_says_why_and_needs_no_cure() {
        var descent = ground(SomeAnswers.granddaughter(UTOPIA), "descent");

        assertThat(descent.reasonKey()).isEqualTo("ground.descent.yes");
        assertThat(descent.cureKey()).isEmpty();
        assertThat(descent.lawKey()).isEqualTo("law.section-4-1-b");
        assertThat(descent.evidence()).hasSize(2);
        assertThat(descent.clauses().getFirst().said())
                .containsExactly(new Said("forebear", new Value.Choice("mothers-mother")));
    }

    @Test
    void a_ground_that_is_not_met_names_the_clause_that_failed_and_its_cure() {
        var answers = SomeAnswers.of(UTOPIA, Map.of("forebear", "father", "line_papers", "none"));

        var descent = ground(answers, "descent");

        assertThat(descent.result()).isEqualTo(NOT_MET);
        assertThat(descent.clauses()).extracting(ClauseTrace::result).containsExactly(MET, NOT_MET);
        assertThat(descent.clauses().getLast().cureKey()).contains("ground.descent.papers-cure");
        assertThat(descent.reasonKey()).isEqualTo("ground.descent.no");
        assertThat(descent.cureKey()).contains("ground.descent.cure");
    }

    @Test
    void without_answers_nothing_is_known_and_nothing_is_refused() {
        var trace = UTOPIA.eligibility().trace(Answers.NONE, TODAY);

        assertThat(trace.overall()).isEqualTo(UNKNOWN);
        assertThat(trace.grounds()).extracting(GroundTrace::result).containsOnly(UNKNOWN);
    }

    @Test
    void i_do_not_know_leaves_the_ground_open() {
        var answers =
                SomeAnswers.of(UTOPIA, Map.of("speaks_utopian", "well", "language_proof", SomeAnswers.notKnown()));

        var culture = ground(answers, "culture");

        assertThat(culture.result()).isEqualTo(UNKNOWN);
        assertThat(culture.clauses()).extracting(ClauseTrace::result).containsExactly(MET, UNKNOWN);
        assertThat(culture.clauses().getLast().said())
                .containsExactly(new Said("language_proof", new Value.NotKnown()));
    }

    @Test
    void one_certain_no_decides_a_ground_whatever_the_open_answers_say() {
        var answers = SomeAnswers.of(UTOPIA, Map.of("forebear", "none"));

        var descent = ground(answers, "descent");

        assertThat(descent.clauses()).extracting(ClauseTrace::result).containsExactly(NOT_MET, UNKNOWN);
        assertThat(descent.result()).isEqualTo(NOT_MET);
    }

    @Test
    void whoever_meets_no_ground_is_told_so_only_when_all_is_answered() {
        assertThat(UTOPIA.eligibility()
                        .trace(SomeAnswers.stranger(UTOPIA), TODAY)
                        .overall())
                .isEqualTo(NOT_MET);
    }

    @Test
    void an_answer_that_is_no_longer_asked_for_does_not_count() {
        var changedMind = SomeAnswers.granddaughter(UTOPIA).with("forebear", new Value.Choice("none"));

        var descent = ground(changedMind, "descent");

        assertThat(descent.clauses().getLast().result()).isEqualTo(UNKNOWN);
        assertThat(descent.clauses().getLast().said()).isEmpty();
    }

    @Test
    void a_ground_counts_only_while_it_is_in_force() {
        var pack = SomePack.utopia()
                .replacing("eligibility.yaml", "from: 2026-01-01", "from: 2026-01-01\n      until: 2026-06-30")
                .loaded();
        var answers = SomeAnswers.granddaughter(pack);

        assertThat(pack.eligibility().trace(answers, LocalDate.of(2026, 6, 30)).ground("descent"))
                .isPresent();
        assertThat(pack.eligibility().trace(answers, LocalDate.of(2026, 7, 1)).ground("descent"))
                .isEmpty();
        assertThat(pack.eligibility().trace(answers, LocalDate.of(2025, 12, 31)).grounds())
                .isEmpty();
    }

    @Test
    void the_same_answers_give_the_same_canonical_trace_however_they_were_given() {
        var answers = SomeAnswers.speaker(UTOPIA);
        var otherOrder = Answers.NONE
                .with("was_citizen", new Value.YesNo(false))
                .with("language_proof", new Value.Choice("school"))
                .with("forebear", new Value.Choice("none"))
                .with("speaks_utopian", new Value.Choice("at-home"));

        var canonical = UTOPIA.eligibility().trace(answers, TODAY).canonical();

        assertThat(UTOPIA.eligibility().trace(otherOrder, TODAY).canonical()).isEqualTo(canonical);
        assertThat(canonical).isEqualTo("""
                        on 2026-11-22
                        ground descent NOT_MET
                        clause forebear_from_utopia NOT_MET forebear
                        clause line_on_paper UNKNOWN
                        ground culture MET
                        clause speaks MET speaks_utopian
                        clause confirmed MET language_proof
                        ground former-citizen NOT_MET
                        clause held_citizenship NOT_MET was_citizen
                        """);
    }

    @Test
    void a_pack_read_again_from_its_kept_files_gives_the_same_trace() {
        var again = ((PackReading.Loaded) Pack.read(UTOPIA.folder())).pack();

        assertThat(again.digest()).isEqualTo(UTOPIA.digest());
        assertThat(again.eligibility().trace(SomeAnswers.speaker(again), TODAY))
                .extracting(trace -> trace.canonical())
                .isEqualTo(UTOPIA.eligibility()
                        .trace(SomeAnswers.speaker(UTOPIA), TODAY)
                        .canonical());
    }

    @Test
    void a_decision_made_again_from_what_was_stored_has_the_same_bytes() {
        var again = ((PackReading.Loaded) Pack.read(UTOPIA.folder())).pack();
        var stored = SomeAnswers.granddaughter(UTOPIA).neutral();
        var backwards = new LinkedHashMap<String, Object>();
        List.copyOf(stored.keySet()).reversed().forEach(id -> backwards.put(id, stored.get(id)));

        var first = new TraceJson(UTOPIA, UTOPIA.messages().english())
                .of(UTOPIA.eligibility().trace(SomeAnswers.of(UTOPIA, stored), TODAY));
        var second = new TraceJson(again, again.messages().english())
                .of(again.eligibility().trace(SomeAnswers.of(again, backwards), TODAY));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_year_alone_decides_an_age_where_it_can_and_leaves_it_open_where_it_cannot() {
        assertThat(held("birth_date.age >= 18", "birth_date", "1990-03")).isEqualTo(MET);
        assertThat(held("citizen_until.age >= 10", "citizen_until", "2000")).isEqualTo(MET);
        assertThat(held("citizen_until.age >= 10", "citizen_until", "2016")).isEqualTo(UNKNOWN);
        assertThat(held("citizen_until.year < 1991", "citizen_until", "1990")).isEqualTo(MET);
        assertThat(held("citizen_until.latest < \"1991-09-01\"", "citizen_until", "1991"))
                .isEqualTo(NOT_MET);
    }

    private static Outcome held(String rule, String question, String date) {
        var pack = SomePack.utopia()
                .replacing("eligibility.yaml", "rule: held_citizenship", "rule: held_citizenship && " + rule)
                .loaded();
        var answers = SomeAnswers.of(pack, Map.of("was_citizen", true, question, date));
        return pack.eligibility()
                .trace(answers, TODAY)
                .ground("former-citizen")
                .orElseThrow()
                .result();
    }

    private static GroundTrace ground(Answers answers, String id) {
        return UTOPIA.eligibility().trace(answers, TODAY).ground(id).orElseThrow();
    }
}
