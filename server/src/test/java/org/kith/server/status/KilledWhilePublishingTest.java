package org.kith.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusListCwt;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.server.ServerTest;
import org.kith.server.keys.IssuerKey;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// A node is killed at each point of a publication. Once another runs, everyone sees the change within ten seconds,
/// sees it in both forms, and never sees less than before.
class KilledWhilePublishingTest extends ServerTest {
    private static final Duration PROMISE = Duration.ofSeconds(10);

    @Autowired
    StatusPositions positions;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    StatusRounds rounds;

    @Autowired
    Signing signing;

    @Autowired
    DataSource dataSource;

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private StatusReference revokedBefore;
    private StatusReference revoked;
    private VerifiedStatusList before;

    @BeforeEach
    void a_list_with_one_revoked_and_nobody_who_publishes() throws Exception {
        rounds.stop();
        revokedBefore = positions.reserve();
        revoked = positions.reserve();
        positions.set(revokedBefore, Status.INVALID);
        publisher.publishDue();
        before = jwt();
        assertThat(before.status(revokedBefore.index())).isEqualTo(Status.INVALID);
    }

    @AfterEach
    void rounds_go_on() {
        jdbc.sql("drop function if exists hold_publication() cascade").update();
        rounds.start();
    }

    @Test
    void killed_in_the_moment_after_the_change() throws Exception {
        try (var node = PublishingProcess.revokeAndDie(environment, ahead(), revoked)) {
            assertThat(node.exitCode()).as(node.output()).isEqualTo(137);
        }

        nothingIsPublished();
        anotherNodePublishes();
    }

    @Test
    void killed_when_the_list_is_locked() throws Exception {
        positions.set(revoked, Status.INVALID);
        try (var hold = held("lock table status_change in exclusive mode");
                var node = start()) {
            awaitWaiting("delete from status_change", node);
            node.kill();
            nothingIsPublished();
            hold.rollback();
        }

        anotherNodePublishes();
    }

    @Test
    void killed_when_the_changes_are_taken_and_the_entries_not_read() throws Exception {
        positions.set(revoked, Status.INVALID);
        try (var hold = held("lock table status_entry in access exclusive mode");
                var node = start()) {
            awaitWaiting("from status_entry", node);
            node.kill();
            nothingIsPublished();
            hold.rollback();
        }

        anotherNodePublishes();
    }

    @Test
    void killed_when_the_list_is_signed_and_not_written() throws Exception {
        positions.set(revoked, Status.INVALID);
        try (var first = held("lock table status_change in exclusive mode");
                var node = start()) {
            awaitWaiting("delete from status_change", node);
            try (var second = held("lock table status_list in share mode")) {
                first.rollback();
                awaitWaiting("update status_list", node);
                node.kill();
                nothingIsPublished();
                second.rollback();
            }
        }

        anotherNodePublishes();
    }

    @Test
    void killed_when_the_list_is_written_and_not_committed() throws Exception {
        positions.set(revoked, Status.INVALID);
        holdAfterWriting("create trigger hold after update on status_list");
        try (var hold = held("select pg_advisory_xact_lock(240)");
                var node = start()) {
            awaitWaiting("update status_list", node);
            node.kill();
            nothingIsPublished();
            hold.rollback();
        }

        anotherNodePublishes();
    }

    /// Nobody can say whether a commit that was asked for will be made: all that matters is that either is right.
    @Test
    void killed_when_the_commit_is_asked_for() throws Exception {
        positions.set(revoked, Status.INVALID);
        holdAfterWriting("create constraint trigger hold after update on status_list deferrable initially deferred");
        try (var hold = held("select pg_advisory_xact_lock(240)");
                var node = start()) {
            awaitWaiting("COMMIT", node);
            node.kill();
            nothingIsPublished();
            hold.rollback();
        }

        anotherNodePublishes();
    }

    @Test
    void killed_in_the_moment_after_the_commit() throws Exception {
        positions.set(revoked, Status.INVALID);
        try (var node = start()) {
            var patience = Instant.now().plus(Duration.ofSeconds(60));
            while (jwt().status(revoked.index()) != Status.INVALID) {
                assertThat(Instant.now()).as(node.output()).isBefore(patience);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            node.kill();
        }

        anotherNodePublishes();
    }

    private void nothingIsPublished() throws Exception {
        assertThat(jwt().status(revoked.index())).isEqualTo(Status.VALID);
        assertThat(jwt().terms()).isEqualTo(before.terms());
        assertThat(cwt().terms()).isEqualTo(before.terms());
    }

    private void anotherNodePublishes() throws Exception {
        var started = Instant.now();
        rounds.start();
        while (jwt().status(revoked.index()) != Status.INVALID) {
            assertThat(jwt().isOlderThan(before)).isFalse();
            assertThat(Instant.now()).as("within ten seconds").isBefore(started.plus(PROMISE));
            TimeUnit.MILLISECONDS.sleep(50);
        }

        assertThat(jwt().isOlderThan(before)).isFalse();
        assertThat(jwt().status(revokedBefore.index())).isEqualTo(Status.INVALID);
        assertThat(cwt().status(revoked.index())).isEqualTo(Status.INVALID);
        assertThat(cwt().status(revokedBefore.index())).isEqualTo(Status.INVALID);
        assertThat(jdbc.sql("select count(*) from status_change")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private PublishingProcess start() throws Exception {
        return PublishingProcess.start(environment, ahead());
    }

    private Duration ahead() {
        return Duration.between(Instant.now(), clock.instant());
    }

    private Connection held(String lock) throws SQLException {
        var connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(lock);
        }
        return connection;
    }

    /// Whoever has written a list waits for the lock 240.
    private void holdAfterWriting(String trigger) {
        jdbc.sql("create function hold_publication() returns trigger language plpgsql as "
                        + "'begin perform pg_advisory_xact_lock(240); return null; end'")
                .update();
        jdbc.sql(trigger + " for each row execute function hold_publication()").update();
    }

    private void awaitWaiting(String query, PublishingProcess node) throws Exception {
        var sql = "select count(*) from pg_stat_activity where datname = current_database() "
                + "and wait_event_type = 'Lock' and query ilike '%' || :query || '%'";
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (jdbc.sql(sql).param("query", query).query(Long.class).single() != 1) {
            assertThat(Instant.now()).as("%s, %s", query, node.output()).isBefore(patience);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private VerifiedStatusList jwt() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(revoked.uri())).build();
        var keys = signing.publicKeys(Purpose.STATUS).stream().collect(Collectors.toMap(IssuerKey::id, IssuerKey::jwk));
        return StatusListToken.verify(
                http.send(request, BodyHandlers.ofString()).body(), revoked.uri(), keys);
    }

    private VerifiedStatusList cwt() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(revoked.uri()))
                .header("Accept", StatusListCwt.MEDIA_TYPE)
                .build();
        var keys = signing.publicKeys(Purpose.STATUS).stream().collect(Collectors.toMap(IssuerKey::id, IssuerKey::jwk));
        return StatusListCwt.verify(
                http.send(request, BodyHandlers.ofByteArray()).body(), revoked.uri(), keys);
    }
}
