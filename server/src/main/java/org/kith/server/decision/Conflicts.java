package org.kith.server.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which officers have an interest in whom. **From then on they have no part in anything that concerns that person**,
/// and
/// nobody takes it back: who once was a relative stays one.
@Service
public class Conflicts {
    private final JdbcClient jdbc;
    private final Applications applications;
    private final Casework casework;
    private final Journal journal;
    private final Clock clock;

    Conflicts(JdbcClient jdbc, Applications applications, Casework casework, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.casework = casework;
        this.journal = journal;
        this.clock = clock;
    }

    /// What the interest is.
    public enum Kind {
        RELATIVE,
        ACQUAINTANCE,
        INTEREST
    }

    public boolean stands(PersonId person, OfficerId officer) {
        var sql = "select exists (select 1 from conflict where officer = :officer and person = :person)";
        return jdbc.sql(sql)
                .param("officer", officer.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /// Declares one: an officer of themselves, a supervisor of anyone. A case that they hold goes back to the queue.
    ///
    /// @return whether it stands now; not where somebody spoke for another without being a supervisor
    @Transactional
    public boolean declare(ApplicationId id, OfficerId whose, Kind kind, Officer by) {
        var own = whose.equals(by.id());
        var application = applications.lockIfThere(id);
        if (application.isEmpty() || (!own && !by.is(Role.SUPERVISOR))) return false;
        if (!add(application.get().person(), whose, by)) return true;

        var held = casework.holder(id).filter(whose::equals).isPresent();
        if (held) casework.release(id, whose);
        journal.record(
                Deed.CONFLICT_DECLARED,
                by.as(own ? byItself(by) : Role.SUPERVISOR),
                application.get().person(),
                id.asCase(),
                Details.of(Detail.KIND, kind).and(Detail.OFFICER, whose.value()));
        return true;
    }

    private static Role byItself(Officer officer) {
        return Stream.of(Role.CASEWORKER, Role.APPEALS, Role.SUPERVISOR)
                .filter(officer::is)
                .findFirst()
                .orElseThrow();
    }

    private boolean add(PersonId person, OfficerId officer, Officer by) {
        var sql = """
                insert into conflict (officer, person, declared_by, declared_at) values (:officer, :person, :by, :now)
                on conflict do nothing
                """;
        return jdbc.sql(sql)
                        .param("officer", officer.value())
                        .param("person", person.value())
                        .param("by", by.id().value())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
