package org.kith.server.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.kith.credential.emrtd.ActiveAuthentication;
import org.kith.server.centre.BookingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What chips are asked to sign: each for one visit and one officer, once, for a few minutes.
@Repository
class ChipChallenges {
    private static final Duration VALID = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    ChipChallenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    byte[] next(BookingId booking, UUID officer) {
        var challenge = new byte[ActiveAuthentication.CHALLENGE];
        random.nextBytes(challenge);
        var sql = """
            insert into chip_challenge (booking, officer, challenge, made_at)
            values (:booking, :officer, :challenge, :now)
            on conflict (booking) do update
            set officer = excluded.officer, challenge = excluded.challenge, made_at = excluded.made_at
            """;
        jdbc.sql(sql)
                .param("booking", booking.value())
                .param("officer", officer)
                .param("challenge", challenge)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return challenge;
    }

    /// The challenge that this officer was given. From now on it is used, whatever comes of it.
    Optional<byte[]> take(BookingId booking, UUID officer) {
        var sql = """
            delete from chip_challenge where booking = :booking and officer = :officer
            returning case when made_at > :since then challenge end
            """;
        return jdbc.sql(sql)
                .param("booking", booking.value())
                .param("officer", officer)
                .param("since", clock.instant().minus(VALID).atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(each -> each);
    }
}
