package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;

class SessionTouchesTest extends ServerTest {
    private static final long MINUTE = 60_000;

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
