package org.kith.server.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What guardians said, each for themselves, and why one of them may be enough.
@Repository
class GuardianWords {
    private final JdbcClient jdbc;
    private final ConsentText texts;
    private final Clock clock;

    GuardianWords(JdbcClient jdbc, ConsentText texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /// A guardian's newest word.
    record Word(boolean yes, Instant at) {}

    /// Why one guardian is enough.
    ///
    /// @param shown what an officer found; null until one did
    record Claimed(String id, @Nullable Boolean shown) {}

    void say(PersonId child, PersonId guardian, boolean yes, Locale language) {
        var sql = """
                insert into guardian_word (child, guardian, yes, language, digest, said_at)
                values (:child, :guardian, :yes, :language, :digest, :now)
                on conflict (child, guardian) do update set yes = excluded.yes, language = excluded.language,
                    digest = excluded.digest, said_at = excluded.said_at
                """;
        jdbc.sql(sql)
                .param("child", child.value())
                .param("guardian", guardian.value())
                .param("yes", yes)
                .param("language", language.toLanguageTag())
                .param("digest", texts.digest(ConsentText.GUARDIAN, language))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Map<PersonId, Word> of(PersonId child) {
        var words = new LinkedHashMap<PersonId, Word>();
        jdbc.sql("select guardian, yes, said_at from guardian_word where child = ? order by said_at")
                .param(child.value())
                .query((ResultSet row) -> {
                    words.put(new PersonId(row.getObject("guardian", UUID.class)), word(row));
                });
        return words;
    }

    Optional<Claimed> exception(PersonId child) {
        return jdbc.sql("select exception, shown from custody_exception where child = ?")
                .param(child.value())
                .query((row, _) -> new Claimed(row.getString("exception"), row.getObject("shown", Boolean.class)))
                .optional();
    }

    /// A new claim is judged anew.
    void claim(PersonId child, PersonId guardian, String exception) {
        var sql = """
                insert into custody_exception (child, exception, claimed_by, claimed_at)
                values (:child, :exception, :guardian, :now)
                on conflict (child) do update set exception = excluded.exception, claimed_by = excluded.claimed_by,
                    claimed_at = excluded.claimed_at, shown = null, officer = null, judged_at = null
                """;
        jdbc.sql(sql)
                .param("child", child.value())
                .param("exception", exception)
                .param("guardian", guardian.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    boolean judge(PersonId child, boolean shown, UUID officer) {
        var sql = """
                update custody_exception set shown = :shown, officer = :officer, judged_at = :now
                where child = :child
                """;
        return jdbc.sql(sql)
                        .param("child", child.value())
                        .param("shown", shown)
                        .param("officer", officer)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(row.getBoolean("yes"), row.getTimestamp("said_at").toInstant());
    }
}
