package org.kith.server.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;

class LookupsTest extends ServerTest {
    private static final CountryCode UTOPIA = new CountryCode("UTO");
    private static final CountryCode ARCADIA = new CountryCode("ARC");

    @Autowired
    Lookups lookups;

    @Test
    void one_value_has_one_code() {
        assertThat(lookups.of(UTOPIA, LookupKind.DOCUMENT, "UTO L898902C3"))
                .hasSize(32)
                .isEqualTo(lookups.of(UTOPIA, LookupKind.DOCUMENT, "UTO L898902C3"));
    }

    @Test
    void codes_of_two_countries_cannot_be_compared() {
        assertThat(lookups.of(UTOPIA, LookupKind.DOCUMENT, "L898902C3"))
                .isNotEqualTo(lookups.of(ARCADIA, LookupKind.DOCUMENT, "L898902C3"));
    }

    @Test
    void codes_of_two_kinds_cannot_be_compared() {
        assertThat(lookups.of(UTOPIA, LookupKind.DOCUMENT, "L898902C3"))
                .isNotEqualTo(lookups.of(UTOPIA, LookupKind.REFERENCE, "L898902C3"));
    }

    @Test
    void an_address_is_the_same_however_its_letters_are_typed() {
        assertThat(lookups.ofEmail(" Anna.Müller@Example.ORG "))
                .isEqualTo(lookups.ofEmail("anna.mu\u0308ller@example.org"));
    }
}
