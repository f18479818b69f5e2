package org.kith.server.centre;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.server.audit.Actor;
import org.kith.server.audit.OfficerRole;
import org.kith.server.vault.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Centres that are there for one test each.
@Component
class SomeCentre {
    private final Centres centres;
    private final Closures closures;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    SomeCentre(Centres centres, Closures closures, TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.centres = centres;
        this.closures = closures;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Open day and night.
    Centre with(int counters) {
        return with(counters, "00:00", "23:55");
    }

    /// Open every day from one time to another, in Kathmandu.
    Centre with(int counters, String opens, String closes) {
        var id = new CentreId(UUID.randomUUID());
        return put(new Centre(
                id,
                "test-" + id.value().toString().substring(0, 8),
                "Testing",
                new CountryCode("XER"),
                "1 Trial Road",
                "Behind the gate.",
                List.of(Locale.ENGLISH),
                true,
                counters,
                true,
                new Hours(ZoneId.of("Asia/Kathmandu"), everyDay(opens, closes), List.of())));
    }

    Centre put(Centre centre) {
        transaction.executeWithoutResult(_ -> centres.put(centre));
        return again(centre);
    }

    /// As when the operator's file has changed.
    Centre change(Centre centre, Hours hours, Roster roster) {
        transaction.executeWithoutResult(_ -> {
            centres.put(centre.with(hours, roster, List.of()));
            closures.changed(centre.id());
        });
        return again(centre);
    }

    Centre again(Centre centre) {
        return centres.find(centre.id()).orElseThrow();
    }

    /// Midday there, so many days from now.
    Instant noon(Centre centre, int days) {
        var zone = centre.hours().zone();
        return java.time.LocalDate.now(clock.withZone(zone))
                .plusDays(days)
                .atTime(12, 0)
                .atZone(zone)
                .toInstant();
    }

    /// Other tests look at the list of open centres.
    void closeDown() {
        jdbc.sql("update centre set open = false where code like 'test-%'").update();
        jdbc.sql("delete from visit_request where centre in (select id from centre where code like 'test-%')")
                .update();
        jdbc.sql("delete from centre_queue where centre in (select id from centre where code like 'test-%')")
                .update();
    }

    static Actor.Officer manager() {
        return new Actor.Officer(UUID.randomUUID(), OfficerRole.MANAGER, null);
    }

    static Actor.Officer registrar(Centre centre) {
        return new Actor.Officer(
                UUID.randomUUID(), OfficerRole.REGISTRAR, centre.id().value());
    }

    static List<Opening> everyDay(String opens, String closes) {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes)))
                .toList();
    }
}
