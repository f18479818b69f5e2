package org.kith.server.admin.web;

import java.util.List;
import java.util.Locale;
import org.kith.pack.question.Countries.Named;
import org.kith.server.programme.Programme;
import org.kith.server.vault.CountryCode;
import org.springframework.stereotype.Component;

/// The countries by their English names, as officers read them.
@Component
class NamedCountries {
    private final Programme programme;

    NamedCountries(Programme programme) {
        this.programme = programme;
    }

    String of(CountryCode country) {
        return programme.current().questions().countries().name(country.value(), programme.texts(Locale.ENGLISH));
    }

    List<Named> all() {
        return programme.current().questions().countries().inOrder(programme.texts(Locale.ENGLISH));
    }
}
