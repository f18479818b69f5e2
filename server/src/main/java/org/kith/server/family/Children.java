package org.kith.server.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Children who are people here without an account, and their guardians.
@Repository
public class Children {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Children(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /// A child as they stand here.
    ///
    /// @param warned   how often it was said that they come of age
    /// @param cameOfAge whether the job has seen to it
    /// @param ownWord  what the child said at a counter; null until asked
    public record Child(
            PersonId person,
            LocalDate born,
            int warned,
            boolean cameOfAge,
            @Nullable Boolean ownWord) {
        @Override
        public String toString() {
            return "Child[…]";
        }
    }

    /// One who has a word for a child.
    ///
    /// @param acts whether they also fill in for the child
    public record Guardian(PersonId child, PersonId person, boolean acts) {}

    /// Nothing once the child is erased, or is none.
    public Optional<Child> find(PersonId person) {
        var sql = "select * from child where person = :person";
        return jdbc.sql(sql)
                .param("person", person.value())
                .query((row, _) -> child(row))
                .optional()
                .flatMap(child -> child);
    }

    /// In the order they came.
    public List<Guardian> guardians(PersonId child) {
        var sql = "select * from guardian where child = :child order by since, person";
        return jdbc.sql(sql)
                .param("child", child.value())
                .query(Children::guardian)
                .list();
    }

    /// Those for whom a person has a word.
    public List<Guardian> ofGuardian(PersonId guardian) {
        var sql = "select * from guardian where person = :person order by since, child";
        return jdbc.sql(sql)
                .param("person", guardian.value())
                .query(Children::guardian)
                .list();
    }

    void add(PersonId person, LocalDate born, int adultAt) {
        var sql = "insert into child (person, of_age_year, sealed) values (:person, :year, :sealed)";
        jdbc.sql(sql)
                .param("person", person.value())
                .param("year", born.getYear() + adultAt)
                .param("sealed", vault.sealText(person, context(person), born.toString()))
                .update();
    }

    void addGuardian(PersonId child, PersonId guardian, boolean acts) {
        var sql = """
                insert into guardian (child, person, acts, since) values (:child, :person, :acts, :now)
                on conflict (child, person) do nothing
                """;
        jdbc.sql(sql)
                .param("child", child.value())
                .param("person", guardian.value())
                .param("acts", acts)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Children who come of age in that year or did before, and of whom nobody has taken note.
    List<PersonId> comingOfAge(int year) {
        var sql = """
                select person from child where of_age_year <= :year and came_of_age is null
                order by of_age_year, person for update skip locked
                """;
        return jdbc.sql(sql)
                .param("year", year)
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    void warned(PersonId child, int times) {
        jdbc.sql("update child set warned = ? where person = ?")
                .params(times, child.value())
                .update();
    }

    boolean ownWord(PersonId child, boolean yes, UUID officer) {
        var sql = "update child set own_word = :yes, own_word_to = :officer, own_word_at = :now where person = :child";
        return jdbc.sql(sql)
                        .param("yes", yes)
                        .param("officer", officer)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("child", child.value())
                        .update()
                == 1;
    }

    /// From now on nobody has a word for them but they themselves.
    void cameOfAge(PersonId child) {
        jdbc.sql("update child set came_of_age = ? where person = ?")
                .params(Timestamp.from(clock.instant()), child.value())
                .update();
    }

    private Optional<Child> child(ResultSet row) throws SQLException {
        var person = new PersonId(row.getObject("person", UUID.class));
        var warned = row.getInt("warned");
        var ownWord = row.getObject("own_word", Boolean.class);
        var cameOfAge = row.getTimestamp("came_of_age") != null;
        return vault.openText(person, context(person), Objects.requireNonNull(row.getBytes("sealed")))
                .map(born -> new Child(person, LocalDate.parse(born), warned, cameOfAge, ownWord));
    }

    private static Guardian guardian(ResultSet row, int number) throws SQLException {
        return new Guardian(
                new PersonId(row.getObject("child", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getBoolean("acts"));
    }

    private static Context context(PersonId person) {
        return new Context("child.born", person.value());
    }
}
