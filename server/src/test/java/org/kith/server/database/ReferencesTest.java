package org.kith.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;

class ReferencesTest extends ServerTest {
    /// Officers and batches of invitations stay, and keep their ids.
    @Test
    void a_row_that_goes_or_changes_finds_those_that_refer_to_it_without_reading_a_table_whole() {
        var sql = """
            select reference.conrelid::regclass || ' ' || reference.conname
            from pg_constraint reference
            where reference.contype = 'f'
              and reference.confrelid not in ('officer'::regclass, 'invitation_batch'::regclass)
              and not exists (
                  select 1 from pg_index
                  where indrelid = reference.conrelid and indpred is null
                    and (indkey::int2[])[0:cardinality(reference.conkey) - 1] @> reference.conkey)
            """;

        assertThat(jdbc.sql(sql).query(String.class).list()).isEmpty();
    }
}
