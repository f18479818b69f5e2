package org.kith.server.decision;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.rule.Outcome;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.decision.Abilities.Ability;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives cases out at random, so that nobody can choose their officer and no officer their case. **Random among the
/// oldest [#AMONG] that the officer is able to decide**: whatever waits longest is among them until it is taken, so
/// none
/// is passed over for long.
///
/// The ground of a case is not kept in the clear: of the few that may be given, the answers are opened, one after
/// another, until one fits.
@Service
public class Routing {
    static final int AMONG = 20;
    /// How many of the oldest are looked at, of each language.
    private static final int LOOKED_AT = 400;

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Adjudication adjudication;
    private final Assignment assignment;
    private final Abilities abilities;
    private final Journal journal;
    /// Whoever could foretell it could wait for their turn.
    private final SecureRandom random = new SecureRandom();

    Routing(
            JdbcClient jdbc,
            Applications applications,
            Adjudication adjudication,
            Assignment assignment,
            Abilities abilities,
            Journal journal) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.adjudication = adjudication;
        this.assignment = assignment;
        this.abilities = abilities;
        this.journal = journal;
    }

    /// Puts a case into the officer's hands; none where nothing waits that they may have.
    @Transactional
    public Optional<ApplicationId> next(Officer officer) {
        var ability = abilities.of(officer.id());
        var oldest = waiting(officer, ability);
        for (var from = 0; from < oldest.size(); from += AMONG) {
            var some = new ArrayList<>(oldest.subList(from, Math.min(from + AMONG, oldest.size())));
            Collections.shuffle(some, random);
            var found = applications.find(some);
            for (var id : some) {
                if (fits(id, found, ability) && taken(id, officer)) return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private boolean fits(ApplicationId id, Map<ApplicationId, Application> found, Ability ability) {
        var application = found.get(id);
        if (application == null) return false;
        if (ability.grounds().isEmpty()) return true;

        return ability.fits(adjudication.trace(application).grounds().stream()
                .filter(ground -> ground.result() == Outcome.MET)
                .map(GroundTrace::ground)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Not where somebody else holds it at this moment, or took it just now.
    private boolean taken(ApplicationId id, Officer officer) {
        var application = applications
                .lockIfFree(id)
                .filter(assignment::isFree)
                .filter(free -> !assignment.isBarred(free, officer));
        if (application.isEmpty()) return false;

        assignment.take(application.get(), officer.id());
        journal.record(
                Deed.CASE_ASSIGNED,
                officer.as(Role.CASEWORKER),
                application.get().person(),
                id.asCase());
        return true;
    }

    /// The oldest that may be theirs, the oldest first: not seen by them or at their centre, not given back by them, of
    /// nobody in whom they have an interest.
    private List<ApplicationId> waiting(Officer officer, Ability ability) {
        var unit = officer.unit();
        var sql = """
                select application from (%s) oldest
                where registrar is distinct from :me and released_by is distinct from :me
                  and (cast(:unit as uuid) is null or unit is distinct from cast(:unit as uuid))
                  and application not in (
                      select application.id from conflict join application on application.person = conflict.person
                      where conflict.officer = :me and application.stage not in ('WITHDRAWN', 'LAPSED'))
                order by filed_at, application
                """.formatted(ability.languages().isEmpty() ? OLDEST : OLDEST_OF_LANGUAGES);
        return jdbc.sql(sql)
                .param("me", officer.id().value())
                .param("unit", unit == null ? null : unit.value())
                .param("languages", ability.languages().toArray(String[]::new))
                .param("looked_at", LOOKED_AT)
                .query((row, number) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    private static final String OLDEST = """
            select * from casework
            where officer is null and open and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW')
            order by filed_at, application limit :looked_at""";
    private static final String OLDEST_OF_LANGUAGES = """
            select of_one.* from unnest(cast(:languages as text[])) as reads (language) cross join lateral (
                select * from casework
                where casework.language = reads.language
                  and officer is null and open and stage in ('IDENTITY_CONFIRMED', 'UNDER_REVIEW')
                order by filed_at, application limit :looked_at) of_one""";
}
