package org.kith.server.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Check;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.inquiry.Found.Words;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.vault.Context;
import org.kith.server.vault.Opening;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What was looked into in a case, by officers and by other offices. Nothing found is ever edited.
@Service
public class Inquiries {
    private final JdbcClient jdbc;
    private final Applications applications;
    private final Programme programme;
    private final Askings askings;
    private final Vault vault;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    Inquiries(
            JdbcClient jdbc,
            Applications applications,
            Programme programme,
            Askings askings,
            Vault vault,
            Journal journal,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.programme = programme;
        this.askings = askings;
        this.vault = vault;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /// Every check that an officer or another office does, in the programme's order. Duplicates are not among them.
    public List<Inquiry> of(Application application) {
        var found = found(application);
        var asked = askings.of(application.id());
        return programme.version(application.pack()).checks().stream()
                .filter(check -> check.kind() != Check.Kind.DUPLICATE)
                .map(check -> new Inquiry(check, found.getOrDefault(check.id(), List.of()), asked.contains(check.id())))
                .toList();
    }

    /// An officer writes down what they found; for what another office cannot say, in their own words. False where the
    /// programme has no such check, or the case is over.
    @Transactional
    public boolean record(ApplicationId id, String code, Outcome outcome, Words words, Officer officer) {
        var application = applications.lock(id);
        if (application.stage().isClosed() || check(application, code).isEmpty()) return false;

        add(application, code, new Found(outcome, officer.id(), null, clock.instant(), words));
        askings.end(id, code);
        journal.record(
                Deed.CHECK_RECORDED,
                officer.as(Role.CASEWORKER),
                application.person(),
                id.asCase(),
                Details.of(Detail.CHECK, new Code(code)).and(Detail.RESULT, outcome));
        return true;
    }

    /// Has another office asked once more, soon; false where none is to be asked.
    @Transactional
    public boolean askAgain(ApplicationId id, String code) {
        var application = applications.lock(id);
        var check = check(application, code).filter(each -> each.kind() == Check.Kind.HTTP);
        if (application.stage().isClosed() || check.isEmpty()) return false;

        askings.begin(id, code, clock.instant());
        return true;
    }

    void add(Application application, String code, Found found) {
        var id = UUID.randomUUID();
        var sql = """
            insert into inquiry_finding (id, application, code, outcome, officer, failure, found_at, sealed)
            values (:id, :application, :code, :outcome, :officer, :failure, :at, :sealed)
            """;
        var officer = found.officer();
        var failure = found.failure();
        jdbc.sql(sql)
                .param("id", id)
                .param("application", application.id().value())
                .param("code", code)
                .param("outcome", found.outcome().name())
                .param("officer", officer == null ? null : officer.value())
                .param("failure", failure == null ? null : failure.name())
                .param("at", Timestamp.from(found.at()))
                .param("sealed", sealed(application.person(), id, found.words()))
                .update();
    }

    Optional<Check> check(Application application, String code) {
        return programme.version(application.pack()).checks().stream()
                .filter(check -> check.id().equals(code) && check.kind() != Check.Kind.DUPLICATE)
                .findFirst();
    }

    private Map<String, List<Found>> found(Application application) {
        var opening = vault.opening(application.person()).orElse(null);
        var found = new LinkedHashMap<String, List<Found>>();
        jdbc.sql("select * from inquiry_finding where application = :application order by found_at desc, id")
                .param("application", application.id().value())
                .query((ResultSet row) -> {
                    found.computeIfAbsent(row.getString("code"), _ -> new ArrayList<>())
                            .add(row(row, opening));
                });
        return found;
    }

    private Found row(ResultSet row, @Nullable Opening opening) throws SQLException {
        var officer = row.getObject("officer", UUID.class);
        var failure = row.getString("failure");
        var place = context(row.getObject("id", UUID.class));
        return new Found(
                Outcome.valueOf(row.getString("outcome")),
                officer == null ? null : new OfficerId(officer),
                failure == null ? null : WhyUnknown.valueOf(failure),
                row.getTimestamp("found_at").toInstant(),
                opening == null
                        ? Words.NONE
                        : json.readValue(opening.open(place, row.getBytes("sealed")), Words.class));
    }

    private byte[] sealed(PersonId person, UUID id, Words words) {
        return vault.seal(person, context(id), json.writeValueAsBytes(words));
    }

    private static Context context(UUID id) {
        return new Context("inquiry.finding", id);
    }
}
