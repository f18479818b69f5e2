package org.kith.server.site.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// Notes when a browser was last here once a minute, not at every page: each note is a commit that waits for the disk,
/// and there would be three of them for one of the application's own. A session ends up to a minute early for it.
///
/// **A slow request undoes nothing:** one that began before somebody signed in and ends afterwards knows the session by
/// its former number, and would sign them out again with it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionTouches {
    /// The parameters are Spring Session's own, in its order. A row that stays as it is costs no commit.
    private static final String UPDATE = """
            update %TABLE_NAME% as held
            set former_ids = case when held.session_id = seen.session_id then held.former_ids
                                  else held.former_ids || held.session_id end,
                session_id = seen.session_id, last_access_time = seen.last_access_time,
                max_inactive_interval = seen.max_inactive_interval, expiry_time = seen.expiry_time,
                principal_name = seen.principal_name
            from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar, ?::char(36)))
                as seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where held.primary_id = seen.primary_id
              and seen.session_id <> all (held.former_ids)
              and (held.session_id <> seen.session_id
                   or held.max_inactive_interval <> seen.max_inactive_interval
                   or held.principal_name is distinct from seen.principal_name
                   or seen.last_access_time - held.last_access_time >= 60000)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> touchedOnceAMinute() {
        return repository -> repository.setUpdateSessionQuery(UPDATE);
    }
}
