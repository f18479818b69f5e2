package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What waits for a second signature, or for whoever hears appeals: none is out of reach because many wait before it.
class WaitingListsTest extends ServerTest {
    private static final int MANY = 120;
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    @Autowired
    Clock clock;

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from appeal where sealed = 'many'").update();
        jdbc.sql("delete from decision where sealed = 'many'").update();
    }

    @Test
    void page_by_page_a_supervisor_comes_to_all_that_waits_for_a_signature() {
        var all = decisions("PROPOSED", "APPROVE");

        assertThat(read(Visitor.asOfficer(port, "supervisor"), "/desk/signatures"))
                .containsAll(all);
    }

    @Test
    void page_by_page_whoever_hears_appeals_comes_to_each() {
        var all = decisions("MADE", "REFUSE");
        var sql = """
            insert into appeal (id, decision, person, at, hearing, sealed)
            select gen_random_uuid(), id, person, proposed_at, 'NONE', sealed from decision where sealed = 'many'
            """;
        jdbc.sql(sql).update();

        assertThat(read(Visitor.asOfficer(port, "appeals"), "/desk/appeals")).containsAll(all);
    }

    @Test
    void an_address_changed_by_hand_leads_to_the_first_page() {
        for (var after : List.of("x", "_", "2026-01-01_", "2026-01-01T00:00:00Z_1", "_".repeat(5_000))) {
            var page = Visitor.asOfficer(port, "supervisor").get("/desk/signatures?after=" + after);
            assertThat(page.status()).as(after).isEqualTo(200);
        }
    }

    /// The numbers of all decisions that the pages name.
    private Set<String> read(Visitor officer, String first) {
        var seen = new ArrayList<String>();
        for (var address = first; !address.isEmpty(); ) {
            var page = officer.get(address);
            Pattern.compile("D [0-9A-Z]{4} [0-9A-Z]{4}")
                    .matcher(page.text())
                    .results()
                    .forEach(found -> seen.add(found.group()));
            var next = NEXT.matcher(page.body());
            address = next.find() ? next.group(1) : "";
        }
        return Set.copyOf(seen);
    }

    private List<String> decisions(String state, String verdict) {
        var now = clock.instant();
        var sql = """
            insert into decision (id, number, subject_kind, subject, person, verdict, state, pack, first, proposed_at,
                                  settled_at, sealed)
            values (gen_random_uuid(), :number, 'APPLICATION', gen_random_uuid(), gen_random_uuid(), :verdict, :state,
                    repeat('0', 64), :first, :proposed, :settled, 'many')
            """;
        return IntStream.range(0, MANY)
                .mapToObj(each -> {
                    var number = DecisionNumber.random(new SecureRandom());
                    // Some at the same moment, as a batch is.
                    var proposed = now.minus(Duration.ofDays(1 + each / 7)).atOffset(ZoneOffset.UTC);
                    jdbc.sql(sql)
                            .param("number", number.value())
                            .param("verdict", verdict)
                            .param("state", state)
                            .param("first", UUID.randomUUID())
                            .param("proposed", proposed)
                            .param("settled", state.equals("PROPOSED") ? null : proposed)
                            .update();
                    return number.printed();
                })
                .toList();
    }
}
