package org.kith.server.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;

class AppendOnlyTest extends ServerTest {
    @Autowired
    Journal journal;

    @Autowired
    SignCheckpoint checkpoint;

    @BeforeEach
    void something_is_written() {
        journal.record(Deed.BACKUP_MADE, Actor.house(), new Case(CaseKind.HOUSE, UUID.randomUUID()));
        checkpoint.sign();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set deed = 'SUBMITTED'",
                "delete from journal",
                "truncate journal",
                "delete from journal_chain",
                "truncate journal_chain cascade",
                "update journal_checkpoint set token = ''",
                "delete from journal_checkpoint",
                "truncate journal_checkpoint"
            })
    void the_database_refuses_to_change_what_is_written(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("the journal is only ever added to");
    }
}
