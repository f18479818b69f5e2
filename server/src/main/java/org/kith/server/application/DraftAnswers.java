package org.kith.server.application;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Page;
import org.kith.pack.question.Value;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What people answered, sealed under each person's key, one row a version of an answer.
@Repository
public class DraftAnswers {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Programme programme;
    private final Deadlines deadlines;
    private final JsonMapper json;
    private final Clock clock;

    DraftAnswers(JdbcClient jdbc, Vault vault, Programme programme, Deadlines deadlines, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.programme = programme;
        this.deadlines = deadlines;
        this.json = json;
        this.clock = clock;
    }

    /// The newest version of every answer; empty answers once the person's key is destroyed.
    public Answers of(Application application) {
        return versioned(application).answers();
    }

    /// The answers, and the version each stands at; a question that was never answered stands at 0.
    Versioned versioned(Application application) {
        var sql = """
            select distinct on (question) question, version, sealed from answer
            where application = :application
            order by question, version desc
            """;
        var rows = jdbc.sql(sql)
                .param("application", application.id().value())
                .query((row, number) ->
                        new Row(row.getString("question"), row.getInt("version"), row.getBytes("sealed")))
                .list();
        var versions = new LinkedHashMap<String, Integer>();
        for (var row : rows) versions.put(row.question(), row.version());
        var questions = programme.version(application.pack()).questions();
        return new Versioned(Answers.ofNeutral(questions, opened(application, rows)), versions);
    }

    /// Which questions were answered anew after that, and when.
    public Map<String, Instant> changedSince(ApplicationId id, Instant since) {
        var changed = new TreeMap<String, Instant>();
        var sql = """
            select question, max(saved_at) as saved_at from answer
            where application = :application and saved_at > :since group by question
            """;
        jdbc.sql(sql)
                .param("application", id.value())
                .param("since", Timestamp.from(since))
                .query((ResultSet row) -> {
                    changed.put(
                            row.getString("question"),
                            row.getTimestamp("saved_at").toInstant());
                });
        return changed;
    }

    /// Writes the next version of an answer; `null` says that it was emptied.
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Application application, String question, int version, @Nullable Value value) {
        deadlines.touch(application.id(), clock.instant());
        var sql = """
            insert into answer (application, question, version, sealed, saved_at)
            values (:application, :question, :version, :sealed, :now)
            """;
        jdbc.sql(sql)
                .param("application", application.id().value())
                .param("question", question)
                .param("version", version)
                .param("sealed", value == null ? null : seal(application, question, value))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Filing ends the history: only what was sent is kept.
    void keepNewestOnly(ApplicationId id) {
        var sql = """
            delete from answer older
            where application = :id and exists (
                select 1 from answer newer
                where newer.application = older.application and newer.question = older.question
                  and newer.version > older.version)
            """;
        jdbc.sql(sql).param("id", id.value()).update();
    }

    /// All answers of an application that is over, and led to no card.
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAll(ApplicationId id) {
        jdbc.sql("delete from answer where application = :id")
                .param("id", id.value())
                .update();
    }

    private byte[] seal(Application application, String question, Value value) {
        return vault.seal(
                application.person(), context(application, question), json.writeValueAsBytes(value.neutral()));
    }

    /// All with one look at the person's key; none once it is destroyed.
    private Map<String, Object> opened(Application application, List<Row> rows) {
        var opening = vault.opening(application.person());
        if (opening.isEmpty()) return Map.of();

        var neutral = new LinkedHashMap<String, Object>();
        for (var row : rows) {
            if (row.sealed() == null) continue;
            var plain = opening.get().open(context(application, row.question()), row.sealed());
            neutral.put(row.question(), json.readValue(plain, Object.class));
        }
        return neutral;
    }

    private static Context context(Application application, String question) {
        return new Context("answer." + question, application.id().value());
    }

    /// What a draft says, read once.
    ///
    /// @param versions the version each answered question stands at
    public record Versioned(Answers answers, Map<String, Integer> versions) {
        /// The version each answer of a page stands at, for the form to send back.
        public Map<String, Integer> seen(Page page) {
            var seen = new LinkedHashMap<String, Integer>();
            page.questions().forEach(question -> seen.put(question.id(), version(question.id())));
            return seen;
        }

        int version(String question) {
            return versions.getOrDefault(question, 0);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Row(String question, int version, byte @Nullable [] sealed) {}
}
