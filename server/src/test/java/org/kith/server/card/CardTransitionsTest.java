package org.kith.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.server.card.CardTransitions.Party;

class CardTransitionsTest {
    @Test
    void the_state_suspends_restores_and_revokes_by_decision_alone() {
        var byTheState = Stream.of(CardStep.SUSPEND, CardStep.RESTORE, CardStep.REVOKE);

        assertThat(byTheState)
                .allSatisfy(step -> assertThat(CardTransitions.TABLE)
                        .filteredOn(row -> row.step() == step)
                        .isNotEmpty()
                        .allMatch(row -> row.who() == Party.DECISION));
    }

    @Test
    void nothing_happens_to_a_card_whose_end_has_come() {
        assertThat(CardTransitions.TABLE).noneMatch(row -> row.from().isFinal());
    }

    @Test
    void no_step_leads_two_ways() {
        assertThat(CardTransitions.TABLE.stream().map(row -> row.from() + " " + row.step() + " " + row.who()))
                .doesNotHaveDuplicates();
    }
}
