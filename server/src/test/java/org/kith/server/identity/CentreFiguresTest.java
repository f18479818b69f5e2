package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.identity.CentreFigures.Day;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// How the days of a centre went, for whoever runs it.
/// On a server of its own: it counts all visits, and lets them go before each test.
@TestPropertySource(properties = "kith.test=centre-figures")
class CentreFiguresTest extends ServerTest {
    @Autowired
    CountVisits counting;

    @Autowired
    CentreFigures figures;

    @Autowired
    Centres centres;

    @Autowired
    Applications applications;

    @Autowired
    AdvancingClock clock;

    private Application layla;
    private int visits;

    @BeforeEach
    void nobodyCame() {
        for (var table : new String[] {"identity_check", "booking", "slot", "visit_figure", "visit_figure_round"}) {
            jdbc.sql("delete from " + table).update();
        }
        var person = SomeApplicant.layla("figures-" + UUID.randomUUID() + "@example.org")
                .submitted(port);
        var printed = person.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        layla = applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
    }

    @Test
    void whoever_runs_a_centre_reads_how_many_came_and_how_long_they_waited() {
        for (var each = 0; each < 12; each++) seen(yesterday(), each, 20);
        missed(yesterday());

        counting.round();

        assertThat(figures.of(portAmity(), true).days().getFirst())
                .isEqualTo(new Day(yesterday(), 13, 12, 12, 1, 6, 20));
    }

    @Test
    void minutes_of_fewer_than_ten_visits_are_told_to_nobody() {
        for (var each = 0; each < 9; each++) seen(yesterday(), each, 20);

        counting.round();

        assertThat(figures.of(portAmity(), true).days().getFirst())
                .isEqualTo(new Day(yesterday(), 9, 9, 9, 0, null, null));
        assertThat(figures.of(portAmity(), false).days().getFirst())
                .isEqualTo(new Day(yesterday(), 0, 0, 0, 0, null, null));
    }

    @Test
    void where_there_is_nothing_to_draw_the_page_says_so() {
        counting.round();

        var page = Visitor.asOfficer(port, "manager").get("/admin/centre-figures?centre=port-amity");

        assertThat(page.text()).contains("On none of these days were ten visits booked.");
        assertThat(page.body()).doesNotContain("kith-chart__bars");
    }

    @Test
    void why_identities_were_not_confirmed_is_told_in_tens_of_all_days_together() {
        for (var each = 0; each < 12; each++) notConfirmed(yesterday().minusDays(each % 4), "NOT_SURE");
        notConfirmed(yesterday(), "PASSPORT_EXPIRED");

        counting.round();

        var reasons = figures.of(portAmity(), true).reasons();
        assertThat(reasons.keySet()).containsExactly(NotConfirmed.values());
        assertThat(reasons).containsEntry(NotConfirmed.NOT_SURE, 10).containsEntry(NotConfirmed.PASSPORT_EXPIRED, 0);
    }

    @Test
    void a_day_is_one_by_the_clock_on_the_wall_is_counted_once_and_not_before_it_is_over() {
        seen(today(), 1, 10);
        seen(yesterday(), 1, 10);
        counting.round();
        counting.round();
        assertThat(figures.of(portAmity(), true).days()).extracting(Day::served).startsWith(1, 0);

        clock.advanceBy(Duration.ofDays(1));
        counting.round();

        assertThat(figures.of(portAmity(), true).days()).extracting(Day::served).startsWith(1, 1, 0);
    }

    @Test
    void a_manager_of_one_centre_sees_no_other_and_whoever_works_for_all_sees_tens() {
        for (var each = 0; each < 12; each++) seen(yesterday(), each, 20);
        counting.round();
        var brandt = Visitor.asOfficer(port, "manager");
        assertThat(brandt.get("/admin/centre-figures?centre=port-amity").text())
                .contains("in whole tens", "Fewer than 10")
                .contains("Port Amity");

        works(portAmity().id().value());
        try {
            assertThat(brandt.get("/admin/centre-figures").text()).contains("of your centre", "12");
            assertThat(brandt.get("/admin/centre-figures").body()).contains("<svg", "role=\"img\"");
            var other = centres.open().stream()
                    .filter(each -> !each.equals(portAmity()))
                    .findFirst()
                    .orElseThrow();
            assertThat(brandt.get("/admin/centre-figures?centre=" + other.code())
                            .status())
                    .isEqualTo(404);
        } finally {
            works(null);
        }
        assertThat(Visitor.asOfficer(port, "registrar")
                        .get("/admin/centre-figures")
                        .status())
                .isEqualTo(403);
    }

    private void works(@org.jspecify.annotations.Nullable UUID unit) {
        jdbc.sql("update officer set unit = :unit where name = 'D. Brandt'")
                .param("unit", unit, java.sql.Types.OTHER)
                .update();
    }

    private void seen(LocalDate day, int waited, int lasted) {
        var start = visit(day, "SEEN");
        jdbc.sql("update booking set arrived_at = :a, opened_at = :o, ended_at = :e where starts_at = :s")
                .param("a", start.atOffset(ZoneOffset.UTC))
                .param("o", start.plus(Duration.ofMinutes(waited)).atOffset(ZoneOffset.UTC))
                .param("e", start.plus(Duration.ofMinutes(waited + lasted)).atOffset(ZoneOffset.UTC))
                .param("s", start.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void missed(LocalDate day) {
        var _ = visit(day, "MISSED");
    }

    private void notConfirmed(LocalDate day, String reason) {
        var start = visit(day, "SEEN");
        jdbc.sql("""
                insert into identity_check (id, application, booking, officer, confirmed, reason, sealed, digest, checked_at)
                select :id, application, id, :id, false, :reason, '', sha256(''), starts_at
                from booking where starts_at = :start
                """)
                .param("id", UUID.randomUUID())
                .param("reason", reason)
                .param("start", start.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant visit(LocalDate day, String state) {
        var zone = portAmity().hours().zone();
        var start = day.atTime(LocalTime.of(9, 0))
                .plusMinutes(++visits)
                .atZone(zone)
                .toInstant();
        var at = start.atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (:centre, :at, 3)")
                .param("centre", portAmity().id().value())
                .param("at", at)
                .update();
        jdbc.sql("""
                insert into booking (id, application, kind, centre, starts_at, capacity, place, state, booked_at)
                values (:id, :application, 'IDENTITY', :centre, :at, 3, 1, :state, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("application", layla.id().value())
                .param("centre", portAmity().id().value())
                .param("at", at)
                .param("state", state)
                .update();
        return start;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(portAmity().hours().zone()));
    }

    private LocalDate yesterday() {
        return today().minusDays(1);
    }

    private Centre portAmity() {
        return centres.byCode("port-amity").orElseThrow();
    }
}
