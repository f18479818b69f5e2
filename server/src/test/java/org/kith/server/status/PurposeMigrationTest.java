package org.kith.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Databases of before copies in wallets were counted apart.
class PurposeMigrationTest {
    private String database;
    private JdbcClient jdbc;
    private StatusLists lists;

    @BeforeEach
    void a_database_of_before() {
        database = ServerTest.freshDatabase();
        jdbc = JdbcClient.create(new DriverManagerDataSource(database));
        lists = new StatusLists(jdbc);
        migrate("020");
    }

    @Test
    void a_new_programme_begins_with_the_first_list_of_each_purpose() {
        migrate("latest");

        assertThat(next(ListPurpose.SHOWN)).isEqualTo(1);
        assertThat(next(ListPurpose.WALLET)).isEqualTo(100_000_001);
    }

    /// The backup knows nothing of wallets; a newer server may have served them since.
    @Test
    void after_an_old_backup_wallets_begin_behind_all_that_may_have_been_given_out() {
        StatusPositions.leaveGap(jdbc, Duration.ofHours(2));

        migrate("latest");

        assertThat(next(ListPurpose.WALLET)).isGreaterThan(100_000_000 + 120);
    }

    @Test
    void a_backup_made_before_the_first_wallet_leaves_that_gap_too() {
        StatusPositions.leaveGap(jdbc, Duration.ofHours(2));
        migrate("latest");
        var last = jdbc.sql("select last_value from pg_sequences where sequencename = 'status_position_wallet'")
                .query(Long.class)
                .optional();

        assertThat(last).as("what a backup writes down").isPresent();
    }

    @Test
    void a_gap_is_left_in_each_purpose() {
        migrate("latest");
        var given = next(ListPurpose.WALLET);

        StatusPositions.leaveGap(jdbc, Duration.ofMinutes(30));

        assertThat(next(ListPurpose.WALLET)).isGreaterThan(given + 30);
        assertThat(next(ListPurpose.SHOWN)).isGreaterThan(30);
    }

    private int next(ListPurpose purpose) {
        return purpose.list(lists.nextPositions(purpose, 1).getFirst());
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database, null, null)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
