package org.kith.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.ComeAgain;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what was signed offline and came too late, until a person has looked at it.
@Service
public class OfflineConflicts {
    private static final String PURPOSE = "offline_conflict.sealed";
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Applications applications;
    private final ComeAgain comeAgain;
    private final Journal journal;
    private final Clock clock;

    OfflineConflicts(
            JdbcClient jdbc,
            Vault vault,
            Applications applications,
            ComeAgain comeAgain,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.applications = applications;
        this.comeAgain = comeAgain;
        this.journal = journal;
        this.clock = clock;
    }

    /// One that waits for somebody to look at it.
    public record Open(
            CheckId check,
            BookingId booking,
            ApplicationId application,
            UUID officer,
            OfflineConflict reason,
            Instant receivedAt) {}

    /// Those of a centre, the oldest first.
    public List<Open> open(UUID centre) {
        var sql = """
            select * from offline_conflict where centre = :centre and settled_at is null order by received_at limit :most
            """;
        return jdbc.sql(sql)
                .param("centre", centre)
                .param("most", SHOWN)
                .query(OfflineConflicts::row)
                .list();
    }

    Optional<OfflineConflict> reason(CheckId check) {
        return jdbc.sql("select reason from offline_conflict where check_id = ?")
                .param(check.value())
                .query(String.class)
                .optional()
                .map(OfflineConflict::valueOf);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(IdentityCheck check, byte[] form, OfflineConflict reason, Application application, Actor.Officer by) {
        var sql = """
            insert into offline_conflict
                (check_id, booking, application, centre, officer, reason, sealed, received_at)
            values (:check, :booking, :application, :centre, :officer, :reason, :sealed, :now)
            """;
        jdbc.sql(sql)
                .param("check", check.id().value())
                .param("booking", check.booking().value())
                .param("application", application.id().value())
                .param("centre", check.centre())
                .param("officer", check.officer())
                .param("reason", reason.name())
                .param(
                        "sealed",
                        vault.seal(
                                application.person(),
                                new Context(PURPOSE, check.id().value()),
                                form))
                .param("now", OffsetDateTime.now(clock))
                .update();
        record(Deed.OFFLINE_CHECK_CONFLICTED, check.id(), check.booking(), application, by);
    }

    /// A person has looked at it, and told whoever has to know. What came before it stands.
    @Transactional
    public boolean settle(CheckId check, Actor.Officer registrar) {
        return settled(check, registrar).isPresent();
    }

    /// Its person has to come again, and comes before all others if that is no fault of theirs.
    @Transactional
    public boolean comeAgain(CheckId check, Actor.Officer registrar) {
        var open = settled(check, registrar);
        open.filter(each -> each.reason().isOurFault())
                .ifPresent(each -> comeAgain.first(each.application(), each.booking()));
        return open.isPresent();
    }

    private Optional<Open> settled(CheckId check, Actor.Officer registrar) {
        var sql = """
            update offline_conflict set settled_at = :now, settled_by = :officer
            where check_id = :check and centre = :centre and settled_at is null
            returning *
            """;
        var settled = jdbc.sql(sql)
                .param("now", OffsetDateTime.now(clock))
                .param("officer", registrar.id())
                .param("check", check.value())
                .param("centre", registrar.unit())
                .query(OfflineConflicts::row)
                .optional();
        settled.ifPresent(open -> record(
                Deed.OFFLINE_CONFLICT_SETTLED,
                check,
                open.booking(),
                applications.find(open.application()).orElseThrow(),
                registrar));
        return settled;
    }

    private void record(Deed deed, CheckId check, BookingId booking, Application application, Actor.Officer by) {
        journal.record(
                deed,
                by,
                application.person(),
                new Case(CaseKind.BOOKING, booking.value()),
                Details.of(Detail.APPLICATION, application.id().value()).and(Detail.CHECK, check.value()));
    }

    private static Open row(ResultSet row, int number) throws SQLException {
        return new Open(
                new CheckId(row.getObject("check_id", UUID.class)),
                new BookingId(row.getObject("booking", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getObject("officer", UUID.class),
                OfflineConflict.valueOf(row.getString("reason")),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
