package org.kith.server.wallet;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes away what has run out, a little at a time.
@Component
class Tidying {
    private static final int AT_ONCE = 5_000;

    private static final List<String> TABLES =
            List.of("wallet_once", "wallet_token", "wallet_offer", "wallet_deferred", "wallet_delivery");

    private final JdbcClient jdbc;
    private final Clock clock;

    Tidying(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void round() {
        for (var table : TABLES) {
            var sql = "delete from " + table + " where ctid in (select ctid from " + table
                    + " where expires < :now limit :most)";
            remove(sql);
        }
        // Somebody may be reading it still, and a code, which goes along, is to be known again if it comes twice.
        remove("""
            delete from wallet_push where id in (
                select id from wallet_push where expires < :now - interval '1 day' limit :most)
            """);
        remove("""
            delete from wallet_grant where id in (
                select id from wallet_grant where ends_at < :now limit :most)
            """);
    }

    private void remove(String sql) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        while (jdbc.sql(sql).param("now", now).param("most", AT_ONCE).update() == AT_ONCE) Thread.onSpinWait();
    }
}
