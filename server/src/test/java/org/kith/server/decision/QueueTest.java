package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeOfficers;
import org.kith.server.SomeWaiting;
import org.kith.server.Visitor;
import org.kith.server.application.ApplicationId;
import org.kith.server.decision.CaseLists.Part;
import org.kith.server.decision.CaseLists.Wanted;
import org.kith.server.staff.OfficerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A page of the queue costs what it shows, and every case is on one.
class QueueTest extends ServerTest {
    private static final Pattern NEXT = Pattern.compile("href=\"(/desk/cases\\?[^\"]+)\" rel=\"next\"");
    private static final Pattern CASE = Pattern.compile("href=\"/desk/cases/([0-9a-f-]{36})\"");

    @Autowired
    SomeWaiting waiting;

    @Autowired
    SomeOfficers officers;

    @Autowired
    Assignment assignment;

    @Autowired
    CaseLists lists;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void page_by_page_an_officer_comes_to_every_case_once_and_to_no_name() {
        var all = new HashSet<>(waiting.many(60));
        var castell = Visitor.asOfficer(port, "caseworker");

        var seen = new ArrayList<ApplicationId>();
        var address = "/desk/cases?part=waiting";
        while (!address.isEmpty()) {
            var page = castell.get(address);
            var found = CASE.matcher(page.body());
            while (found.find()) seen.add(new ApplicationId(UUID.fromString(found.group(1))));
            assertThat(page.text()).doesNotContain("MIRAN", "LAYLA", "ليلى");
            var next = NEXT.matcher(page.body());
            address = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(all);
    }

    @Test
    void an_officer_finds_the_old_cases_of_a_language() {
        var old = waiting.of("ru", Duration.ofDays(40), null);
        var young = waiting.of("ru", Duration.ofDays(3), null);
        var other = waiting.of("ar", Duration.ofDays(40), null);

        var page = Visitor.asOfficer(port, "caseworker").get("/desk/cases?part=waiting&language=ru&older=30");

        assertThat(page.body())
                .contains(old.value().toString())
                .doesNotContain(young.value().toString(), other.value().toString());
    }

    @Test
    void a_row_says_how_many_days_are_left_of_the_time_meant_for_it() {
        waiting.of("he", Duration.ofDays(40), null);
        waiting.of("he", Duration.ofDays(43), null);

        var page = Visitor.asOfficer(port, "caseworker").get("/desk/cases?part=waiting&older=30");

        assertThat(page.text()).contains("40 days 2 days left", "43 days Late");
    }

    @Test
    void an_address_that_somebody_changed_leads_to_the_first_page() {
        waiting.one();
        var castell = Visitor.asOfficer(port, "caseworker");

        for (var after : new String[] {"x", "_", "2026-01-01T00:00:00Z_x", "x_" + OfficerId.random()}) {
            var page = castell.get("/desk/cases?part=waiting&older=many&ground=none&language=xx&after=" + after);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("/take\"");
        }
    }

    @Test
    void what_an_officer_has_taken_up_is_among_their_own_and_no_longer_waits() {
        var id = waiting.one();
        var officer = officers.caseworkers(1).getFirst();
        assignment.takeUp(id, officer);

        assertThat(lists.of(Part.MINE, officer.id(), Wanted.ALL, 10))
                .extracting(CaseLists.Line::application)
                .containsExactly(id);
        assertThat(lists.of(Part.WAITING, officer.id(), Wanted.ALL, 10_000))
                .extracting(CaseLists.Line::application)
                .doesNotContain(id);
    }

    @Test
    void a_page_of_thousands_reads_no_more_rows_than_it_shows() {
        var me = officers.caseworkers(1).getFirst().id();
        var before = clock.instant().minus(Duration.ofDays(200));
        var last = new ListPlace(before, UUID.randomUUID());
        transaction.executeWithoutResult(passing -> {
            passing.setRollbackOnly();
            grow(20_000);
            for (var part : Part.values()) {
                for (var wanted :
                        List.of(Wanted.ALL, new Wanted("ar", null, last), new Wanted(null, before, ListPlace.FIRST))) {
                    var read = rowsRead();
                    assertThat(lists.of(part, me, wanted, 26)).hasSizeLessThanOrEqualTo(26);
                    // Of a language that one in three reads, PostgreSQL may as well pass over the other two.
                    assertThat(rowsRead() - read).as(part + " " + wanted).isLessThan(100);
                }
            }
        });
    }

    /// How many rows of the list this connection has touched, wherever it found them.
    private long rowsRead() {
        var sql = """
            select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where relname = 'casework'
            """;
        return jdbc.sql(sql).query(Long.class).single();
    }

    /// Cases of nobody, as many in each stage, filed an hour apart.
    private void grow(int cases) {
        var sql = """
            insert into casework (application, officer, since, touched_at, stage, filed_at, language, escalated_at)
            select gen_random_uuid(), case when n % 5 > 0 then cast(:officer as uuid) end, :now, :now,
                (array['IDENTITY_CONFIRMED', 'UNDER_REVIEW', 'MORE_ASKED', 'REFUSAL_ANNOUNCED', 'APPROVAL_PROPOSED'])[n % 5 + 1],
                :now - n * interval '1 hour', (array['en', 'ar', 'ru'])[n % 3 + 1], :now
            from generate_series(1, :cases) n
            """;
        jdbc.sql(sql)
                .param("officer", officers.caseworkers(1).getFirst().id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("cases", cases)
                .update();
        jdbc.sql("analyze casework").update();
    }
}
