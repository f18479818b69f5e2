package org.kith.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Value;
import org.kith.server.identity.Declared;

class FeatureTest {
    private static final Value.Name MIRA = new Value.Name("Mira", "Müller", "MIRA", "MUELLER");
    private static final Value.Passport PASSPORT =
            new Value.Passport("XT7654321", "XER", "XER", "MUELLER", "MIRA", LocalDate.of(2039, 8, 9), "");

    @Test
    void a_name_is_found_with_its_whole_birthday_in_each_of_its_spellings() {
        assertThat(Feature.declared(born(new PartialDate(1987, 2, 14))))
                .contains(
                        new Feature(MatchKind.DOCUMENT, "XER XT7654321"),
                        new Feature(MatchKind.NAME_AND_BIRTH, "1987-02-14 MIRA MUELLER"),
                        new Feature(MatchKind.NAME_AND_BIRTH, "1987-02-14 MIRA MULLER"))
                .hasSize(3);
    }

    @Test
    void who_was_never_told_the_day_is_found_by_the_document_alone() {
        assertThat(Feature.declared(born(new PartialDate(1987, 2, 0))))
                .containsExactly(new Feature(MatchKind.DOCUMENT, "XER XT7654321"));
        assertThat(Feature.declared(born(new PartialDate(1987, 0, 0))))
                .containsExactly(new Feature(MatchKind.DOCUMENT, "XER XT7654321"));
    }

    @Test
    void who_has_said_nothing_is_found_by_nothing() {
        assertThat(Feature.declared(new Declared(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static Declared born(PartialDate birth) {
        return new Declared(Optional.of(MIRA), Optional.of(birth), Optional.of(PASSPORT));
    }
}
