package org.kith.server.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links by which officers enrol, as hashes.
@Repository
class Enrolments {
    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final BaseUrl base;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Enrolments(JdbcClient jdbc, BaseUrl base, Clock clock) {
        this.jdbc = jdbc;
        this.base = base;
        this.clock = clock;
    }

    /// A new link for an officer; one they had before works no longer.
    EnrolmentLink link(OfficerId officer) {
        forget(officer);
        var secret = LinkSecret.fresh(random);
        var until = clock.instant().plus(VALID);
        jdbc.sql("insert into officer_enrolment (token_hash, officer, expires) values (?, ?, ?)")
                .params(secret.hash(), officer.value(), at(until))
                .update();
        return new EnrolmentLink(base.link("/staff/enrol/" + secret.text()), until);
    }

    Optional<OfficerId> find(String link) {
        var sql = "select officer from officer_enrolment where token_hash = ? and expires > ?";
        return officer(sql, link);
    }

    Optional<OfficerId> lock(String link) {
        var sql = "select officer from officer_enrolment where token_hash = ? and expires > ? for update";
        return officer(sql, link);
    }

    void forget(OfficerId officer) {
        jdbc.sql("delete from officer_enrolment where officer = ?")
                .param(officer.value())
                .update();
    }

    private Optional<OfficerId> officer(String sql, String link) {
        return jdbc.sql(sql)
                .params(LinkSecret.hashOf(link), at(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(OfficerId::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
