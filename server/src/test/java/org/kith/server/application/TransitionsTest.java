package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    @Test
    void nobody_is_approved_without_being_seen_at_a_centre() {
        var reachable = reachableWithout(Step.CONFIRM_IDENTITY);

        assertThat(reachable).doesNotContain(Stage.IDENTITY_CONFIRMED, Stage.UNDER_REVIEW, Stage.APPROVED);
    }

    @Test
    void a_person_may_withdraw_until_it_is_decided() {
        for (var stage : Stage.values()) {
            assertThat(Transitions.after(stage, Step.WITHDRAW, Party.APPLICANT).isPresent())
                    .as("withdrawing from %s", stage)
                    .isEqualTo(stage.mayBeWithdrawn());
        }
    }

    @Test
    void nobody_is_refused_without_a_notice_or_finally_without_a_time_to_appeal() {
        assertThat(Transitions.all().filter(row -> row.to() == Stage.REFUSED).map(Transitions.Transition::from))
                .containsOnly(Stage.UNDER_REVIEW, Stage.REFUSAL_PROPOSED);
        assertThat(reachableWithout(Step.REFUSE))
                .doesNotContain(Stage.REFUSED, Stage.APPEALED, Stage.APPEAL_PROPOSED, Stage.REFUSAL_FINAL);
        assertThat(Transitions.all()
                        .filter(row -> row.to() == Stage.REFUSAL_FINAL)
                        .map(Transitions.Transition::from))
                .containsOnly(Stage.REFUSED, Stage.APPEALED, Stage.APPEAL_PROPOSED);
    }

    @Test
    void nothing_leaves_a_closed_stage() {
        assertThat(Transitions.all().map(Transitions.Transition::from)).noneMatch(Stage::isClosed);
    }

    @Test
    void from_one_stage_a_step_leads_to_one_place_only() {
        assertThat(Transitions.all().map(row -> row.from() + " " + row.step())).doesNotHaveDuplicates();
    }

    @Test
    void no_officer_sends_or_withdraws_for_a_person() {
        assertThat(Transitions.all()
                        .filter(row -> Set.of(Step.SUBMIT, Step.WITHDRAW).contains(row.step())))
                .allMatch(row -> row.who().equals(Set.of(Party.APPLICANT)));
    }

    private static Set<Stage> reachableWithout(Step left) {
        var reachable = new java.util.HashSet<>(Set.of(Stage.DRAFT));
        var grew = true;
        while (grew) {
            grew = reachable.addAll(Transitions.all()
                    .filter(row -> row.step() != left && reachable.contains(row.from()))
                    .map(Transitions.Transition::to)
                    .collect(Collectors.toSet()));
        }
        return reachable;
    }
}
