package org.kith.server.family;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.pack.Pack;
import org.kith.pack.programme.Guardians;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// From when a person speaks for themselves, by the programme's rules and the server's clock.
@Component
public class OfAge {
    private static final int WITHOUT_RULES = 18;

    private final Programme programme;
    private final Clock clock;

    OfAge(Programme programme, Clock clock) {
        this.programme = programme;
        this.clock = clock;
    }

    /// The birthday on which they come of age.
    public LocalDate day(LocalDate born) {
        return born.plusYears(years(programme.current()));
    }

    public boolean isOfAge(LocalDate born) {
        return !today().isBefore(day(born));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    int years() {
        return years(programme.current());
    }

    private static int years(Pack pack) {
        return pack.programme().guardians().map(Guardians::adultAt).orElse(WITHOUT_RULES);
    }
}
