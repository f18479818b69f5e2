package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SessionTouchesTest extends ServerTest {
    private static final long MINUTE = 60_000;

    @Autowired
    private SessionRepository<?> sessions;

    @Test
    void pages_that_follow_each_other_write_nothing_about_the_session() {
        var layla = Visitor.asPerson(port, "touches-quick@example.org");
        var before = version(layla);

        layla.get("/home");
        layla.get("/home");

        assertThat(version(layla)).isEqualTo(before);
    }

    @Test
    void a_session_lives_on_with_each_minute_it_is_used() {
        var layla = Visitor.asPerson(port, "touches-slow@example.org");
        jdbc.sql("update spring_session set last_access_time = last_access_time - :long_ago, "
                        + "expiry_time = expiry_time - :long_ago where session_id = :id")
                .param("long_ago", 5 * MINUTE)
                .param("id", id(layla))
                .update();

        assertThat(layla.get("/home").status()).isEqualTo(200);

        var sinceLast = jdbc.sql("select last_access_time from spring_session where session_id = :id")
                .param("id", id(layla))
                .query(Long.class)
                .single();
        assertThat(System.currentTimeMillis() - sinceLast).isLessThan(MINUTE);
    }

    @Test
    void a_slow_request_from_before_somebody_signed_in_does_not_sign_them_out() {
        slowlyAround(sessions);
    }

    private <S extends Session> void slowlyAround(SessionRepository<S> sessions) {
        var fresh = sessions.createSession();
        sessions.save(fresh);
        var slow = sessions.findById(fresh.getId());
        var signingIn = sessions.findById(fresh.getId());

        signingIn.changeSessionId();
        sessions.save(signingIn);
        slow.setLastAccessedTime(Instant.now().plusMillis(2 * MINUTE));
        sessions.save(slow);

        assertThat(sessions.findById(signingIn.getId())).isNotNull();
        assertThat(sessions.findById(fresh.getId())).isNull();
    }

    /// The transaction that wrote the row.
    private String version(Visitor visitor) {
        return jdbc.sql("select xmin::text from spring_session where session_id = :id")
                .param("id", id(visitor))
                .query(String.class)
                .single();
    }

    private static String id(Visitor visitor) {
        return new String(
                java.util.Base64.getDecoder().decode(visitor.cookie("kith")), java.nio.charset.StandardCharsets.UTF_8);
    }
}
