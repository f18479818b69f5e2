package org.kith.server.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.server.keys.Codes;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows a person who looked at their data.
@Service
public class Looks {
    private static final int SHOWN = 1000;

    private final Links links;
    private final Codes codes;
    private final Clock clock;

    Looks(Links links, Codes codes, Clock clock) {
        this.links = links;
        this.codes = codes;
        this.clock = clock;
    }

    /// The newest first; an officer who looked twice on one day for one reason is shown once. What is told of a month
    /// alone comes after all else of that month, so that its place tells no day either.
    @Transactional(readOnly = true)
    public List<Look> of(PersonId person) {
        return links.looksAt(person, clock.instant(), SHOWN).stream()
                .flatMap(link -> look(link.entry()))
                .distinct()
                .sorted(Comparator.comparing((Look look) -> YearMonth.from(look.day()))
                        .reversed()
                        .thenComparing(Look::isOfAMonth))
                .toList();
    }

    public OfficerNumber number(UUID officer) {
        return new OfficerNumber(codes.pseudonym(officer));
    }

    private Stream<Look> look(Entry entry) {
        if (!(entry.actor() instanceof Actor.Officer(var id, var role, var unit))) return Stream.empty();
        var purpose = entry.purpose();
        if (purpose == null) return Stream.empty();

        var day = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
        var told = purpose == LookPurpose.DUPLICATE_CHECK ? day.withDayOfMonth(1) : day;
        return Stream.of(new Look(role, unit, purpose, told, number(id)));
    }
}
