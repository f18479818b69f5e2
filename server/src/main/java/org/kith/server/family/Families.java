package org.kith.server.family;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Families.Relation;
import org.kith.server.application.CheckCharacter;
import org.kith.server.family.Member.Kind;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The families, and who is in each.
@Repository
public class Families {
    private static final int NUMBER = 8;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Families(JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Family> of(PersonId person) {
        var sql = """
                select family.id, family.number from family join family_member on family_member.family = family.id
                where family_member.person = :person
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .query(Families::family)
                .optional();
    }

    public Optional<Family> find(FamilyId id) {
        var sql = "select id, number from family where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(Families::family).optional();
    }

    /// In the order they came. Whoever was erased is not among them any more.
    public List<Member> members(FamilyId family) {
        var sql = "select * from family_member where family = :family order by joined_at, person";
        return jdbc.sql(sql).param("family", family.value()).query((row, _) -> member(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<Member> member(PersonId person) {
        var sql = "select * from family_member where person = :person";
        return jdbc.sql(sql)
                .param("person", person.value())
                .query((row, _) -> member(row))
                .optional()
                .flatMap(member -> member);
    }

    Family start() {
        var sql = """
                insert into family (id, number, started_at) values (:id, :number, :now)
                on conflict (number) do nothing returning id, number
                """;
        while (true) {
            var started = jdbc.sql(sql)
                    .param("id", FamilyId.random().value())
                    .param("number", CheckCharacter.random(NUMBER, random))
                    .param("now", java.sql.Timestamp.from(clock.instant()))
                    .query(Families::family)
                    .optional();
            if (started.isPresent()) return started.get();
        }
    }

    /// Holds the family until the transaction ends, so that it never grows beyond its most.
    @Transactional(propagation = Propagation.MANDATORY)
    int lockAndCount(FamilyId family) {
        jdbc.sql("select id from family where id = ? for update")
                .param(family.value())
                .query(UUID.class)
                .single();
        return jdbc.sql("select count(*) from family_member where family = ?")
                .param(family.value())
                .query(Integer.class)
                .single();
    }

    /// False where the person is in a family already, perhaps since a moment ago.
    boolean join(FamilyId family, PersonId person, Kind kind, String called, @Nullable Relation relation) {
        var words = json.writeValueAsBytes(new Words(called, relation));
        var sql = """
                insert into family_member (family, person, kind, sealed, joined_at)
                values (:family, :person, :kind, :sealed, :now) on conflict do nothing
                """;
        return jdbc.sql(sql)
                        .param("family", family.value())
                        .param("person", person.value())
                        .param("kind", kind.name())
                        .param("sealed", vault.seal(person, context(person), words))
                        .param("now", java.sql.Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /// Who came of age stays where they are, and answers for themselves.
    void grownUp(PersonId person) {
        jdbc.sql("update family_member set kind = 'ADULT' where person = ?")
                .param(person.value())
                .update();
    }

    /// A family without adults is none.
    void leave(Member member) {
        jdbc.sql("delete from family_member where person = ?")
                .param(member.person().value())
                .update();
        var sql = """
                delete from family where id = :id
                and not exists (select 1 from family_member where family = :id and kind = 'ADULT')
                """;
        jdbc.sql(sql).param("id", member.family().value()).update();
    }

    /// Under the person's own key.
    private record Words(String called, @Nullable Relation relation) {}

    private Optional<Member> member(ResultSet row) throws SQLException {
        var person = new PersonId(row.getObject("person", UUID.class));
        var family = new FamilyId(row.getObject("family", UUID.class));
        var kind = Kind.valueOf(row.getString("kind"));
        return vault.open(person, context(person), Objects.requireNonNull(row.getBytes("sealed")))
                .map(plain -> json.readValue(plain, Words.class))
                .map(words -> new Member(family, person, kind, words.called(), words.relation()));
    }

    private static Family family(ResultSet row, int number) throws SQLException {
        return new Family(new FamilyId(row.getObject("id", UUID.class)), row.getString("number"));
    }

    private static Context context(PersonId person) {
        return new Context("family_member.words", person.value());
    }
}
