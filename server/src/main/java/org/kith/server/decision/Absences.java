package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which officers are away. What they hold may be taken over meanwhile; why they are away is nobody's business here.
@Service
public class Absences {
    private final JdbcClient jdbc;
    private final Officers officers;
    private final Journal journal;
    private final Clock clock;

    Absences(JdbcClient jdbc, Officers officers, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.officers = officers;
        this.journal = journal;
        this.clock = clock;
    }

    /// An officer who is away.
    ///
    /// @param until the last day of it; null where nobody knows
    public record Absence(OfficerId officer, @Nullable LocalDate until) {}

    /// Says that an officer is away. Officers say so of themselves, supervisors of anyone.
    @Transactional
    public void declare(OfficerId officer, @Nullable LocalDate until, Officer by) {
        var sql = """
                insert into officer_absence (officer, until, declared_by, declared_at)
                values (:officer, :until, :by, :now)
                on conflict (officer) do update set until = excluded.until, declared_by = excluded.declared_by,
                    declared_at = excluded.declared_at
                """;
        jdbc.sql(sql)
                .param("officer", officer.value())
                .param("until", until)
                .param("by", by.id().value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        var details = until == null ? Details.none() : Details.of(Detail.ENDS_ON, until);
        journal.record(Deed.ABSENCE_DECLARED, by.as(role(officer, by)), about(officer), details);
    }

    @Transactional
    public void end(OfficerId officer, Officer by) {
        var sql = "delete from officer_absence where officer = :officer";
        if (jdbc.sql(sql).param("officer", officer.value()).update() == 0) return;

        journal.record(Deed.ABSENCE_ENDED, by.as(role(officer, by)), about(officer));
    }

    public Optional<Absence> of(OfficerId officer) {
        return current().stream().filter(each -> each.officer().equals(officer)).findFirst();
    }

    /// All who are away today; as many as are on the staff at most.
    public List<Absence> current() {
        var sql = "select officer, until from officer_absence where until is null or until >= :today";
        return jdbc.sql(sql)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> new Absence(
                        new OfficerId(row.getObject("officer", UUID.class)), row.getObject("until", LocalDate.class)))
                .list();
    }

    /// Whether whatever they hold would lie: they are away, or no longer work here.
    boolean isAway(OfficerId officer) {
        return of(officer).isPresent() || officers.active(officer).isEmpty();
    }

    private static Role role(OfficerId officer, Officer by) {
        if (officer.equals(by.id()) && by.is(Role.CASEWORKER)) return Role.CASEWORKER;
        return Role.SUPERVISOR;
    }

    private static Case about(OfficerId officer) {
        return new Case(CaseKind.OFFICER, officer.value());
    }
}
