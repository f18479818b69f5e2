package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeApplication;
import org.kith.server.Visitor;
import org.kith.server.vault.CountryCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Expected dates are what lately happened to others, or none.
class WaitingTest extends ServerTest {
    private static final CountryCode EREWHON = new CountryCode("XER");
    private static final CountryCode LILLIPUT = new CountryCode("XLI");

    @Autowired
    private SomeApplication some;

    @Autowired
    private CountWaiting job;

    @Autowired
    private WaitingTimes times;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @BeforeEach
    @AfterEach
    void nothingWasCounted() {
        jdbc.sql("delete from application_step").update();
        jdbc.sql("delete from waiting_figure").update();
        jdbc.sql("delete from waiting_time").update();
        jdbc.sql("update waiting_round set next = null").update();
    }

    @Test
    void of_fewer_than_ten_nothing_is_known() {
        decided(9, 12);
        job.round();

        assertThat(times.of(Leg.DECISION, EREWHON)).isEmpty();
    }

    @Test
    void half_and_nine_of_ten_are_what_they_say() {
        decided(5, 10);
        decided(4, 20);
        decided(1, 90);
        job.round();

        var waited = times.of(Leg.DECISION, EREWHON).orElseThrow();

        assertThat(waited.half()).isEqualTo(10);
        assertThat(waited.nine()).isEqualTo(20);
        assertThat(waited.cases()).isEqualTo(10);
    }

    @Test
    void a_country_speaks_for_itself_from_ten_cases_on_and_else_all_speak() {
        decided(10, 10);
        jdbc.sql("update application set residence = 'XLI' where id in (select application from application_step)")
                .update();
        decided(6, 30);
        job.round();

        assertThat(times.of(Leg.DECISION, LILLIPUT).orElseThrow()).isEqualTo(new WaitingTimes.Waited(10, 10, 10, true));
        assertThat(times.of(Leg.DECISION, EREWHON).orElseThrow()).isEqualTo(new WaitingTimes.Waited(16, 10, 30, false));
    }

    @Test
    void what_is_older_than_thirty_days_or_of_today_does_not_count() {
        decided(10, 5, Duration.ofDays(31));
        decided(10, 5, Duration.ZERO);
        job.round();

        assertThat(times.of(Leg.DECISION, EREWHON)).isEmpty();
    }

    @Test
    void a_step_that_was_taken_twice_counts_once() {
        decided(10, 7);
        jdbc.sql("""
                insert into application_step (application, number, stage, at)
                select application, 9, 'APPROVED', at + interval '1 hour' from application_step where stage = 'APPROVED'
                """).update();
        job.round();

        assertThat(times.of(Leg.DECISION, EREWHON).orElseThrow().cases()).isEqualTo(10);
    }

    @Test
    void figures_hold_nobody_and_a_day_is_read_by_its_time() {
        decided(10, 7);
        job.round();

        assertThat(jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_name in ('waiting_figure', 'waiting_time')
                        """).query(String.class).set())
                .containsExactlyInAnyOrder("day", "leg", "country", "days", "cases", "half", "nine");
        var plan = transaction.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql(
                            "explain select * from application_step where at >= now() - interval '1 day' and at < now()")
                    .query(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains("application_step_by_time"));
    }

    @Test
    void a_day_is_counted_once_however_often_the_job_runs() {
        decided(10, 7);

        job.round();
        job.round();
        jdbc.sql("update waiting_round set next = null").update();
        job.round();

        assertThat(times.of(Leg.DECISION, EREWHON).orElseThrow().cases()).isEqualTo(10);
    }

    @Test
    void figures_that_were_not_made_lately_say_nothing() {
        decided(10, 7);
        job.round();
        jdbc.sql("update waiting_round set next = next - 5").update();

        assertThat(times.of(Leg.DECISION, EREWHON)).isEmpty();
    }

    @Test
    void the_persons_page_says_that_we_do_not_know_yet() {
        var layla = SomeApplicant.layla(email()).submitted(port);

        assertThat(layla.get("/home").text())
                .contains(
                        "How long this takes we do not know yet: in the last 30 days there were fewer than ten cases.");
    }

    @Test
    void the_persons_page_says_when_half_and_nine_of_ten_had_it_and_when_it_takes_longer() {
        decided(5, 10);
        decided(5, 20);
        job.round();
        var layla = SomeApplicant.layla(email());
        var person = layla.submitted(port);
        var application = lastFiled();
        assertThat(person.get("/home").text())
                .contains("For half of the people this took 10 days or less, for nine of ten 20 days or less.")
                .contains("From 10 cases of the last 30 days");

        visited(application, Duration.ofDays(3));
        assertThat(person.get("/home").text()).contains("For half of the people this is done by ");
        visited(application, Duration.ofDays(15));
        assertThat(person.get("/home").text()).contains("For half of the people it would be done by now");
        visited(application, Duration.ofDays(25));
        assertThat(person.get("/home").text())
                .contains("This takes longer than for nine people of ten", "We cannot name a day.");
        assertThat(Visitor.asPerson(port, layla.email())
                        .reading("ar")
                        .get("/home")
                        .text())
                .contains("لا نستطيع تحديد يوم");
    }

    /// As many as were approved yesterday, so many days after their visit.
    private void decided(int people, int days) {
        decided(people, days, Duration.ofDays(1));
    }

    private void decided(int people, int days, Duration ago) {
        var end = clock.instant().minus(ago);
        IntStream.range(0, people).forEach(_ -> {
            var application = some.of(some.newPerson(), Stage.APPROVED).id();
            step(application, 1, Stage.SUBMITTED, end.minus(Duration.ofDays(days + 4)));
            step(
                    application,
                    2,
                    Stage.IDENTITY_CONFIRMED,
                    end.minus(Duration.ofDays(days)).plusSeconds(60));
            step(application, 3, Stage.UNDER_REVIEW, end.minus(Duration.ofDays(days - 1)));
            step(application, 4, Stage.APPROVED, end);
        });
    }

    private void visited(ApplicationId application, Duration ago) {
        jdbc.sql("update application set stage = 'IDENTITY_CONFIRMED' where id = ?")
                .param(application.value())
                .update();
        jdbc.sql("delete from application_step where application = ? and stage = 'IDENTITY_CONFIRMED'")
                .param(application.value())
                .update();
        step(application, 7, Stage.IDENTITY_CONFIRMED, clock.instant().minus(ago));
    }

    private void step(ApplicationId application, int number, Stage stage, Instant at) {
        jdbc.sql("insert into application_step (application, number, stage, at) values (?, ?, ?, ?)")
                .params(application.value(), number, stage.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private ApplicationId lastFiled() {
        return new ApplicationId(
                jdbc.sql("select id from application where stage = 'SUBMITTED' order by filed_at desc limit 1")
                        .query(UUID.class)
                        .single());
    }

    private static String email() {
        return "waiting-" + UUID.randomUUID() + "@example.org";
    }
}
