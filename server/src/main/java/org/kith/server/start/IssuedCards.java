package org.kith.server.start;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether a card is out.
@Component
class IssuedCards {
    private final JdbcClient jdbc;

    IssuedCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any() {
        if (!jdbc.sql("select to_regclass('card') is not null")
                .query(Boolean.class)
                .single()) return false;

        return jdbc.sql("select exists (select from card)").query(Boolean.class).single();
    }
}
