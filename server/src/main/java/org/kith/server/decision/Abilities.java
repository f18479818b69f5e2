package org.kith.server.decision;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What each officer is able to decide: the languages they read, the grounds they are trained for. A manager says so.
@Service
public class Abilities {
    private final JdbcClient jdbc;
    private final Journal journal;

    Abilities(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /// What somebody is able to decide. Nothing chosen of a kind means all of it.
    ///
    /// @param languages tags
    /// @param grounds   codes of the programme
    public record Ability(Set<String> languages, Set<String> grounds) {
        public static final Ability ALL = new Ability(Set.of(), Set.of());

        public Ability {
            languages = Set.copyOf(languages);
            grounds = Set.copyOf(grounds);
        }

        /// Whether a case is theirs by its grounds. Where the rules find none met, any officer sees why.
        boolean fits(Set<String> met) {
            return grounds.isEmpty() || met.isEmpty() || met.stream().anyMatch(grounds::contains);
        }
    }

    public Ability of(OfficerId officer) {
        var sql = "select languages, grounds from officer_ability where officer = :officer";
        return jdbc.sql(sql)
                .param("officer", officer.value())
                .query((row, number) -> new Ability(set(row.getArray("languages")), set(row.getArray("grounds"))))
                .optional()
                .orElse(Ability.ALL);
    }

    @Transactional
    public void set(OfficerId officer, Ability ability, Officer manager) {
        var sql = """
                insert into officer_ability (officer, languages, grounds) values (:officer, :languages, :grounds)
                on conflict (officer) do update set languages = excluded.languages, grounds = excluded.grounds
                """;
        jdbc.sql(sql)
                .param("officer", officer.value())
                .param("languages", ability.languages().toArray(String[]::new))
                .param("grounds", ability.grounds().toArray(String[]::new))
                .update();
        journal.record(
                Deed.ABILITY_SET,
                manager.as(Role.MANAGER),
                new Case(CaseKind.OFFICER, officer.value()),
                Details.of(
                        Detail.COUNT,
                        ability.languages().size() + ability.grounds().size()));
    }

    private static Set<String> set(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
