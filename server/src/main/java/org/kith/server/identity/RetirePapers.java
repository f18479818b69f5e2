package org.kith.server.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import org.kith.server.programme.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes papers once the time has passed that the upload page promised: so long after their application came to its
/// end, as the programme's limits say.
@Component
class RetirePapers {
    private final JdbcClient jdbc;
    private final Applications applications;
    private final Documents documents;
    private final Programme programme;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetirePapers(
            JdbcClient jdbc,
            Applications applications,
            Documents documents,
            Programme programme,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.documents = documents;
        this.programme = programme;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void round() {
        noteEnds();
        for (var id : noted()) transaction.executeWithoutResult(_ -> retire(applications.lock(id)));
    }

    /// An application tells nobody when it ended; from the first round that finds it so, its papers' time runs.
    private void noteEnds() {
        var sql = """
            insert into papers_end (application, ended_at)
            select distinct application.id, cast(:now as timestamptz)
            from application join document on document.application = application.id
            where application.stage in ('APPROVED', 'WITHDRAWN', 'LAPSED', 'REFUSED')
            on conflict do nothing
            """;
        jdbc.sql(sql).param("now", utc(clock.instant())).update();
    }

    private List<ApplicationId> noted() {
        var sql = """
            select application from papers_end
            """;
        return jdbc.sql(sql)
                .query((row, number) -> new ApplicationId(row.getObject("application", UUID.class)))
                .list();
    }

    private void retire(Application application) {
        var ended = jdbc.sql("select ended_at from papers_end where application = :application")
                .param("application", application.id().value())
                .query(OffsetDateTime.class)
                .optional();
        var kept = programme.version(application.pack()).programme().limits().papersKept();
        if (ended.isEmpty() || utc(clock.instant()).isBefore(ended.get().plus(kept))) return;

        for (var document : documents.of(application.id())) remove(application, document);
        jdbc.sql("delete from papers_end where application = :application")
                .param("application", application.id().value())
                .update();
    }

    private void remove(Application application, Document document) {
        documents.remove(document);
        journal.record(
                Deed.DOCUMENT_REMOVED,
                Actor.house(),
                application.person(),
                new Case(CaseKind.DOCUMENT, document.id().value()),
                Details.of(Detail.APPLICATION, application.id().value()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
