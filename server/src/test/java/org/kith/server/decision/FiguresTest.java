package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeOfficers;
import org.kith.server.SomeWaiting;
import org.kith.server.Visitor;
import org.kith.server.application.Stage;
import org.kith.server.centre.Centres;
import org.kith.server.decision.CaseFigures.By;
import org.kith.server.decision.CaseFigures.Count;
import org.kith.server.staff.Officer;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// How the work goes, so that nobody can be found in it.
/// On a server of its own: it counts all that was decided, and lets it go before each test.
@TestPropertySource(properties = "kith.test=figures")
class FiguresTest extends ServerTest {
    private static final String DIGEST = "0".repeat(64);

    @Autowired
    SomeOfficers officers;

    @Autowired
    SomeWaiting waiting;

    @Autowired
    CountCases counting;

    @Autowired
    CaseFigures figures;

    @Autowired
    Centres centres;

    @Autowired
    AdvancingClock clock;

    private final Random random = new Random(4);

    @BeforeEach
    void nothingWasDecided() {
        jdbc.sql("update casework set open = false").update();
        jdbc.sql("delete from decision where subject_kind = 'APPLICATION'").update();
        jdbc.sql("delete from case_figure").update();
        jdbc.sql("update figure_round set next = null").update();
    }

    @Test
    void fewer_than_ten_are_not_told_from_none_and_more_are_told_in_tens() {
        var officer = officers.caseworkers(1).getFirst();
        decided(23, "APPROVE", "descent", officer, null, 1);
        decided(9, "OVERTURN", "descent", officer, null, 1);

        counting.round();

        assertThat(figures.outcomes(By.GROUND, 30).of("descent", "APPROVE")).isEqualTo(new Count(20));
        assertThat(figures.outcomes(By.GROUND, 30).of("descent", "OVERTURN")).isEqualTo(Count.FEW);
        assertThat(figures.outcomes(By.GROUND, 30).of("no-such", "APPROVE")).isEqualTo(Count.FEW);
        assertThat(figures.outcomes(By.OFFICER, 30).of(officer.id().toString(), "DECIDED"))
                .isEqualTo(new Count(30));
    }

    @Test
    void figures_are_of_whole_days_and_of_no_day_twice() {
        var officer = officers.caseworkers(1).getFirst();
        decided(20, "APPROVE", "descent", officer, null, 0);
        decided(20, "APPROVE", "descent", officer, null, 40);

        counting.round();
        counting.round();
        assertThat(figures.outcomes(By.GROUND, 30).of("descent", "APPROVE")).isEqualTo(Count.FEW);
        assertThat(figures.outcomes(By.GROUND, 90).of("descent", "APPROVE")).isEqualTo(new Count(20));
        clock.advanceBy(Duration.ofDays(1));
        counting.round();
        counting.round();

        assertThat(figures.outcomes(By.GROUND, 30).of("descent", "APPROVE")).isEqualTo(new Count(20));
        assertThat(figures.outcomes(By.GROUND, 90).of("descent", "APPROVE")).isEqualTo(new Count(40));
    }

    /// Two mornings that differ by one case of whom somebody knows: in nine of ten they look the same, and in the tenth
    /// it may have been any of ten.
    @Test
    void what_is_shown_fits_ten_counts_at_least_so_that_no_difference_gives_one_away() {
        for (var shown = 0; shown <= 200; shown += 10) {
            var tens = shown;
            var fitting = LongStream.rangeClosed(0, 300)
                    .filter(cases -> Count.of(cases).equals(new Count(tens)))
                    .count();
            assertThat(fitting).as(shown + "").isEqualTo(10);
        }
    }

    /// Grounds and centres are two tables of the same decisions, and so each tells the other's total.
    @Test
    void a_hidden_cell_cannot_be_worked_out_from_a_total_that_another_table_tells() {
        for (var round = 0; round < 1_000; round++) {
            var hidden = random.nextInt(10);
            var others = random.ints(3, 10, 60).toArray();
            var total = Arrays.stream(others).sum() + hidden;

            var least = Count.of(total).tens();
            for (var other : others) least -= Count.of(other).tens() + 9;
            var most = Count.of(total).tens() + 9;
            for (var other : others) most -= Count.of(other).tens();

            assertThat(Math.min(most, 9) - Math.max(least, 0))
                    .as("what it may be")
                    .isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void the_ages_of_the_queues_are_those_of_this_morning() {
        for (var i = 0; i < 12; i++) waiting.of("en", Duration.ofDays(35), null);
        for (var i = 0; i < 4; i++) waiting.of("en", Duration.ofDays(3), null);

        counting.round();

        assertThat(figures.lying(Stage.IDENTITY_CONFIRMED, 30)).isEqualTo(new Count(10));
        assertThat(figures.lying(Stage.IDENTITY_CONFIRMED, 0)).isEqualTo(Count.FEW);
        assertThat(figures.lying(Stage.UNDER_REVIEW, 30)).isEqualTo(Count.FEW);
    }

    @Test
    void supervisors_and_managers_see_every_line_whether_or_not_there_is_anything_to_count() {
        var officer = officers.caseworkers(1).getFirst();
        var centre = centres.byCode("port-amity").orElseThrow().id().value();
        decided(14, "ANNOUNCE_REFUSAL", "descent", officer, centre, 1);
        counting.round();

        var page = Visitor.asOfficer(port, "supervisor").get("/admin/figures?days=90");

        assertThat(page.text())
                .contains("The last 90 days", "Descent", "Port Amity")
                .contains("10 or more", "fewer than ten", officer.number().toString())
                .doesNotContain(officer.name(), "Castell");
        assertThat(Visitor.asOfficer(port, "manager").get("/admin/figures").status())
                .isEqualTo(200);
        assertThat(Visitor.asOfficer(port, "caseworker").get("/admin/figures").status())
                .isEqualTo(403);
        assertThat(Visitor.asOfficer(port, "registrar").get("/admin/figures").status())
                .isEqualTo(403);
    }

    /// Decisions of so many days ago, about nobody.
    private void decided(int count, String verdict, String ground, Officer by, @Nullable UUID centre, int daysAgo) {
        var at = clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
        for (var i = 0; i < count; i++) {
            var subject = UUID.randomUUID();
            jdbc.sql("""
                    insert into decision (id, number, subject_kind, subject, person, verdict, state, pack, ground, first,
                                          proposed_at, settled_at, sealed)
                    values (gen_random_uuid(), :number, 'APPLICATION', :subject, gen_random_uuid(), :verdict, 'MADE', :pack,
                            :ground, :first, :at, :at, '')
                    """)
                    .param("number", "F" + random.nextLong())
                    .param("subject", subject)
                    .param("verdict", verdict)
                    .param("pack", DIGEST)
                    .param("ground", ground)
                    .param("first", by.id().value())
                    .param("at", at)
                    .update();
            jdbc.sql(
                            "insert into casework (application, stage, open, filed_at, unit) values (?, 'APPROVED', false, ?, ?)")
                    .params(Arrays.asList(subject, at, centre))
                    .update();
        }
    }
}
