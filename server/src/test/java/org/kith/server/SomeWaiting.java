package org.kith.server;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Stage;
import org.kith.server.staff.Officer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases that wait for an officer, put straight into the queue.
@Component
public class SomeWaiting {
    private final SomeApplication applications;
    private final JdbcClient jdbc;
    private final Clock clock;

    SomeWaiting(SomeApplication applications, JdbcClient jdbc, Clock clock) {
        this.applications = applications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public ApplicationId one() {
        return of("en", Duration.ZERO, null);
    }

    public List<ApplicationId> many(int count) {
        return IntStream.range(0, count).mapToObj(_ -> one()).toList();
    }

    /// A case of somebody who reads that language.
    ///
    /// @param ago       how long ago it was filed
    /// @param registrar who confirmed the identity; null for somebody who works here no more
    public ApplicationId of(String language, Duration ago, @Nullable Officer registrar) {
        var application = applications.of(applications.newPerson(), Stage.IDENTITY_CONFIRMED);
        var filed = clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
        jdbc.sql("update application set filed_at = ? where id = ?")
                .params(List.of(filed, application.id().value()))
                .update();
        var unit = registrar == null ? null : registrar.unit();
        var sql = """
            insert into casework (application, stage, filed_at, language, registrar, unit, next_at)
            values (:id, 'IDENTITY_CONFIRMED', :filed, :language, :registrar, :unit, :now)
            """;
        jdbc.sql(sql)
                .param("id", application.id().value())
                .param("filed", filed)
                .param("language", language)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("registrar", registrar == null ? null : registrar.id().value())
                .param("unit", unit == null ? null : unit.value())
                .update();
        return application.id();
    }
}
