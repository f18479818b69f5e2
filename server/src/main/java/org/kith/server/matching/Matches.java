package org.kith.server.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The matches, and what officers judged of them.
@Repository
public class Matches {
    private static final String SELECT = """
            select duplicate.*, judged.application, judged.officer, judged.verdict, judged.at
            from duplicate left join duplicate_judgement judged on judged.id = duplicate.standing
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Matches(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /// A judgement with its reason, for an officer who has one of the two cases open.
    public record Reasoned(MatchJudgement judgement, String reason) {
        @Override
        public String toString() {
            return "Reasoned[…]";
        }
    }

    /// All of an application, the first found first.
    public List<Match> of(ApplicationId application) {
        var sql = SELECT + "where duplicate.one = :application or duplicate.other = :application"
                + " order by found_at, duplicate.id";
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(Matches::row)
                .list();
    }

    /// The same, held until the transaction ends: two officers who decide the two cases at once come one after the
    /// other.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Match> lockOf(ApplicationId application) {
        jdbc.sql("select id from duplicate where one = :application or other = :application order by id for update")
                .param("application", application.value())
                .query(UUID.class)
                .list();
        return of(application);
    }

    public Optional<Match> find(MatchId id) {
        return jdbc.sql(SELECT + "where duplicate.id = :id")
                .param("id", id.value())
                .query(Matches::row)
                .optional();
    }

    /// Every judgement of a match, the newest first. The reason is empty once nobody can read it any more.
    public List<Reasoned> judgements(Match match, List<Application> both) {
        var sql = "select * from duplicate_judgement where duplicate = :id order by at desc, id";
        return jdbc
                .sql(sql)
                .param("id", match.id().value())
                .query((row, _) -> new Sealed(judgement(row, "id"), row.getBytes("sealed")))
                .list()
                .stream()
                .map(kept -> new Reasoned(kept.judgement(), reason(kept, both)))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Match> lock(MatchId id) {
        jdbc.sql("select id from duplicate where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .list();
        return find(id);
    }

    /// Writes down what two applications have in common. Whoever was told apart on less has to be judged anew.
    @Transactional(propagation = Propagation.MANDATORY)
    void found(ApplicationId one, ApplicationId other, Set<MatchKind> kinds) {
        // In the order of the database, which knows no signs as Java's does.
        var first = one.value().toString().compareTo(other.value().toString()) < 0 ? one : other;
        var sql = """
                insert into duplicate (id, one, other, kinds, found_at) values (:id, :one, :other, :kinds, :now)
                on conflict (one, other) do update set
                    kinds = array(select distinct unnest(duplicate.kinds || excluded.kinds) order by 1),
                    found_at = excluded.found_at,
                    standing = (select id from duplicate_judgement where id = duplicate.standing and verdict = 'SAME')
                where not duplicate.kinds @> excluded.kinds
                """;
        jdbc.sql(sql)
                .param("id", MatchId.random().value())
                .param("one", first.value())
                .param("other", first.equals(one) ? other.value() : one.value())
                .param("kinds", kinds.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Match match, Application in, MatchJudgement judgement, String reason) {
        var sql = """
                insert into duplicate_judgement (id, duplicate, application, officer, verdict, at, sealed)
                values (:id, :duplicate, :application, :officer, :verdict, :at, :sealed)
                """;
        jdbc.sql(sql)
                .param("id", judgement.id())
                .param("duplicate", match.id().value())
                .param("application", judgement.application().value())
                .param("officer", judgement.officer())
                .param("verdict", judgement.verdict().name())
                .param("at", Timestamp.from(judgement.at()))
                .param("sealed", vault.sealText(in.person(), context(judgement), reason))
                .update();
        jdbc.sql("update duplicate set standing = :standing where id = :id")
                .param("standing", judgement.id())
                .param("id", match.id().value())
                .update();
    }

    /// With an erased person goes all that was found or judged of them.
    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(ApplicationId application) {
        jdbc.sql("delete from duplicate where one = :application or other = :application")
                .param("application", application.value())
                .update();
    }

    /// What is left of one side cannot be compared any more: nobody waits for a judgement that nobody can make. What
    /// was judged stays as long as the other side is there.
    @Transactional(propagation = Propagation.MANDATORY)
    void letGo(ApplicationId application) {
        var sql = """
                delete from duplicate where (one = :application or other = :application) and (standing is null
                    or not exists (select 1 from look_up_code where look_up_code.application in (one, other)))
                """;
        jdbc.sql(sql).param("application", application.value()).update();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Sealed(MatchJudgement judgement, byte[] reason) {}

    private String reason(Sealed kept, List<Application> both) {
        return both.stream()
                .filter(each -> each.id().equals(kept.judgement().application()))
                .flatMap(each -> vault.openText(each.person(), context(kept.judgement()), kept.reason()).stream())
                .findFirst()
                .orElse("");
    }

    private static Context context(MatchJudgement judgement) {
        return new Context("duplicate_judgement.reason", judgement.id());
    }

    private static Match row(ResultSet row, int number) throws SQLException {
        return new Match(
                new MatchId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("one", UUID.class)),
                new ApplicationId(row.getObject("other", UUID.class)),
                Stream.of((Object[]) row.getArray("kinds").getArray())
                        .map(kind -> MatchKind.valueOf(kind.toString()))
                        .collect(Collectors.toSet()),
                row.getTimestamp("found_at").toInstant(),
                standing(row));
    }

    private static @Nullable MatchJudgement standing(ResultSet row) throws SQLException {
        return row.getObject("standing") == null ? null : judgement(row, "standing");
    }

    private static MatchJudgement judgement(ResultSet row, String id) throws SQLException {
        return new MatchJudgement(
                row.getObject(id, UUID.class),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getObject("officer", UUID.class),
                MatchVerdict.valueOf(row.getString("verdict")),
                row.getTimestamp("at").toInstant());
    }
}
