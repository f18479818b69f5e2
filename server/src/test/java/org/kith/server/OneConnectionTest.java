package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.card.Cards;
import org.springframework.beans.factory.annotation.Autowired;

/// No page takes a second connection to the database while it holds one. Where pages do, as many people at once as
/// there are connections wait for each other until the server gives up.
class OneConnectionTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Cards cards;

    private HikariDataSource pool;
    private int usual;

    @BeforeEach
    void one_connection_is_left(@Autowired DataSource source) throws SQLException {
        pool = source.unwrap(HikariDataSource.class);
        usual = pool.getMaximumPoolSize();
        resize(1);
        pool.getHikariConfigMXBean().setConnectionTimeout(5_000);
    }

    @AfterEach
    void as_it_was() {
        resize(usual);
        pool.getHikariConfigMXBean().setConnectionTimeout(30_000);
    }

    private void resize(int size) {
        HikariConfigMXBean settings = pool.getHikariConfigMXBean();
        settings.setMinimumIdle(1);
        settings.setMaximumPoolSize(size);
        settings.setMinimumIdle(size);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void with_one_connection_a_person_gets_a_card_and_officers_do_their_work() throws InterruptedException {
        var layla = cases.confirmed(port, SomeApplicant.layla("one-connection@example.org"));
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        castell.decide(
                layla.address() + "/decide",
                Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
        var oriel = Visitor.asOfficer(port, "supervisor");
        assertThat(oriel.get("/desk/signatures").text()).contains(layla.reference());
        var signing = oriel.post(layla.address() + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        oriel.decide("/desk/decisions/" + signing.find("/desk/decisions/([0-9a-f-]{36})/sign") + "/sign", Map.of());
        for (var i = 0; i < 100 && cards.of(layla.id()).isEmpty(); i++) Thread.sleep(100);

        assertThat(layla.person().get("/card").text()).contains("Your card");
        assertThat(layla.person().download("/card/print", Map.of())).isNotEmpty();
        for (var page : new String[] {"/home", "/messages", "/looks", "/visit", "/check", "/demo/outbox"}) {
            assertThat(layla.person().get(page).status()).as(page).isEqualTo(200);
        }
    }

    @Test
    void with_one_connection_a_person_chooses_a_time() {
        var layla = SomeApplicant.layla("one-connection-books@example.org").submitted(port);

        assertThat(layla.get("/visit/centres").status()).isEqualTo(200);
        assertThat(layla.get("/visit/at/port-amity").text()).contains("Port Amity");
    }
}
