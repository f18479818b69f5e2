package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.pack.question.Answers;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeApplication;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Drafting;
import org.kith.server.application.MoreTimeResult;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.application.VisitTime;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.notify.Notices.Notice;
import org.kith.server.time.AdvancingClock;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// What is kept goes when the programme promised, and nobody is surprised. The demonstration's clock is set forward, so
/// this server is nobody else's.
@TestPropertySource(properties = "kith.test=keeping")
class KeepingTest extends ServerTest {
    @Autowired
    private SomeApplication some;

    @Autowired
    private Drafting drafting;

    @Autowired
    private DraftAnswers answers;

    @Autowired
    private Applications applications;

    @Autowired
    private VisitTime visits;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Papers papers;

    @Autowired
    private Photos photos;

    @Autowired
    private Notices notices;

    @Autowired
    private LetGo letGo;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Value("${kith.home}")
    private Path home;

    /// What other tests of this class left behind is looked at first.
    @BeforeEach
    void quiet() {
        letGo.round();
    }

    @Test
    void a_draft_goes_after_its_time_with_warnings_14_and_3_days_before() {
        var draft = draft();
        var file = file(added(draft));

        after(days(75));
        assertThat(kinds(draft.person())).isEmpty();
        after(days(2));
        assertThat(kinds(draft.person())).containsExactly(NoticeKind.DRAFT_GOES);
        assertThat(mails(draft.person())).isEqualTo(1);
        after(days(9));
        assertThat(kinds(draft.person())).containsExactly(NoticeKind.DRAFT_GOES);
        after(days(2));
        assertThat(kinds(draft.person())).containsExactly(NoticeKind.DRAFT_GOES, NoticeKind.DRAFT_GOES);
        assertThat(mails(draft.person())).isEqualTo(2);
        assertThat(applications.find(draft.id())).isPresent();
        after(days(3));

        assertThat(applications.find(draft.id())).isEmpty();
        assertThat(rows("answer", draft)).isZero();
        assertThat(rows("document", draft)).isZero();
        assertThat(file).doesNotExist();
        assertThat(kinds(draft.person()).getFirst()).isEqualTo(NoticeKind.DRAFT_GONE);
    }

    @Test
    void a_warning_names_its_day_in_the_language_of_whoever_reads_it() {
        var email = "warned-" + UUID.randomUUID() + "@example.org";
        SomeApplicant.layla(email).drafted(port);

        after(days(77));

        var warned = Visitor.asPerson(port, email).reading("ar").get("/messages");
        assertThat(warned.body()).contains("dir=\"rtl\"");
        assertThat(warned.text()).contains("ستُحذف مسودتك في ").doesNotContain("Your draft");
    }

    @Test
    void saving_an_answer_keeps_a_draft_for_another_whole_time() {
        var draft = draft();
        after(days(80));
        assertThat(kinds(draft.person())).containsExactly(NoticeKind.DRAFT_GOES);

        added(draft);
        after(days(70));

        assertThat(applications.find(draft.id())).isPresent();
        assertThat(kinds(draft.person())).hasSize(1);
    }

    @Test
    void nobody_loses_a_draft_unwarned_even_when_the_job_stood_still_for_a_year() {
        var draft = draft();

        after(days(365));
        assertThat(applications.find(draft.id())).isPresent();
        var said = notices.of(draft.person()).getFirst();
        assertThat(said.kind()).isEqualTo(NoticeKind.DRAFT_GOES);
        assertThat(said.day())
                .isEqualTo(clock.instant().plus(days(3)).atZone(ZoneOffset.UTC).toLocalDate());
        after(days(2));
        assertThat(applications.find(draft.id())).isPresent();
        after(days(2));

        assertThat(applications.find(draft.id())).isEmpty();
    }

    @Test
    void the_day_a_warning_names_is_the_day_the_draft_goes() {
        var draft = draft();
        after(days(77));
        var named = notices.of(draft.person()).getFirst().day();

        while (applications.find(draft.id()).isPresent()) after(days(1));

        assertThat(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).isBetween(named, named.plusDays(1));
    }

    @Test
    void after_a_decision_papers_go_and_the_answers_on_the_card_stay() {
        var approved = some.of(some.newPerson(), Stage.UNDER_REVIEW);
        var file = file(addedTo(approved));
        end(approved, Step.APPROVE, Party.CASEWORKER);

        after(days(170));
        assertThat(kinds(approved.person())).containsExactly(NoticeKind.PAPERS_GO);
        after(days(8));
        after(days(5));

        assertThat(rows("document", approved)).isZero();
        assertThat(file).doesNotExist();
        assertThat(answers.of(applications.find(approved.id()).orElseThrow()).values())
                .isNotEmpty();
    }

    @Test
    void the_photo_behind_a_card_stays_as_long_as_the_card_and_goes_after_it_with_warnings() {
        var holder = some.of(some.newPerson(), Stage.UNDER_REVIEW);
        var photo = photographed(holder);
        end(holder, Step.APPROVE, Party.CASEWORKER);
        after(days(400));
        assertThat(photo).exists();

        transaction.executeWithoutResult(_ -> deadlines.cardEnded(holder.id(), clock.instant()));
        after(days(17));
        assertThat(kinds(holder.person())).containsExactly(NoticeKind.PHOTO_GOES);
        after(days(11));
        assertThat(photo).exists();
        after(days(4));

        assertThat(photo).doesNotExist();
        assertThat(kinds(holder.person()).getFirst()).isEqualTo(NoticeKind.PHOTO_GONE);
    }

    @Test
    void after_a_withdrawal_the_photo_goes_first_then_answers_and_papers() {
        var layla = some.of(some.newPerson(), Stage.IDENTITY_CONFIRMED);
        var paper = file(addedTo(layla));
        var photo = photographed(layla);

        end(layla, Step.WITHDRAW, Party.APPLICANT);
        after(days(20));
        assertThat(kinds(layla.person())).containsExactly(NoticeKind.PHOTO_GOES);
        after(days(8));
        after(days(4));
        assertThat(photo).doesNotExist();
        assertThat(paper).exists();
        after(days(140));
        after(days(8));
        after(days(4));

        assertThat(paper).doesNotExist();
        assertThat(rows("answer", layla)).isZero();
        assertThat(rows("identity_check", layla)).isZero();
        assertThat(applications.find(layla.id()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(rows("kept_until", layla)).isZero();
    }

    /// Lesson 34: the day is known beforehand, and can be put off.
    @Test
    void a_sent_application_that_nobody_visits_for_lapses_after_its_time_with_warnings() {
        var layla = sent();

        after(days(165));
        assertThat(kinds(layla.person())).isEmpty();
        after(days(2));
        assertThat(kinds(layla.person())).containsExactly(NoticeKind.VISIT_DUE);
        assertThat(visits.extend(layla.person(), until(layla))).isInstanceOf(MoreTimeResult.Given.class);
        after(days(12));
        assertThat(kinds(layla.person())).hasSize(1);
        after(days(17));
        assertThat(kinds(layla.person())).hasSize(2);
        assertThat(visits.extend(layla.person(), until(layla))).isInstanceOf(MoreTimeResult.Given.class);
        assertThat(visits.extend(layla.person(), until(layla))).isInstanceOf(MoreTimeResult.UsedUp.class);
        after(days(30));
        after(days(8));
        assertThat(stage(layla)).isEqualTo(Stage.SUBMITTED);
        after(days(4));

        assertThat(stage(layla)).isEqualTo(Stage.LAPSED);
        assertThat(kinds(layla.person()).getFirst()).isEqualTo(NoticeKind.VISIT_LAPSED);
        assertThat(applications.openOf(layla.person())).isEmpty();
        assertThat(jdbc.sql("select count(*) from journal where deed = 'LAPSED' and case_id = ?")
                        .param(layla.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_has_a_visit_before_them_lapses_not_and_a_second_press_gives_nothing() {
        var layla = sent();
        var until = until(layla);
        assertThat(visits.extend(layla.person(), until)).isInstanceOf(MoreTimeResult.Given.class);
        assertThat(visits.extend(layla.person(), until)).isInstanceOf(MoreTimeResult.GivenBefore.class);
        end(layla, Step.BOOK, Party.APPLICANT);

        after(days(400));

        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
        assertThat(kinds(layla.person())).isEmpty();
        end(layla, Step.MISS, Party.SYSTEM);
        after(days(20));
        assertThat(stage(layla)).isEqualTo(Stage.SUBMITTED);
        assertThat(until(layla))
                .isAfter(clock.instant().plus(days(150)).atZone(ZoneOffset.UTC).toLocalDate());
    }

    private Application sent() {
        var draft = some.draft();
        end(draft, Step.SUBMIT, Party.APPLICANT);
        return draft;
    }

    private Stage stage(Application application) {
        return applications.find(application.id()).orElseThrow().stage();
    }

    private LocalDate until(Application application) {
        return visits.of(applications.find(application.id()).orElseThrow())
                .orElseThrow()
                .until();
    }

    @Test
    void the_journal_says_how_many_went_and_never_whose() {
        var drafts = List.of(draft(), draft(), draft());
        after(days(80));
        after(days(8));
        var before = deeds("DRAFTS_REMOVED");

        after(days(4));

        assertThat(deeds("DRAFTS_REMOVED")).isEqualTo(before + 1);
        for (var draft : drafts) {
            assertThat(applications.find(draft.id())).isEmpty();
            var about = jdbc.sql("select deed from journal where person = ? or case_id = ?")
                    .params(draft.person().value(), draft.id().value())
                    .query(String.class)
                    .list();
            assertThat(about).containsOnly("DRAFT_STARTED");
        }
        assertThat(jdbc.sql("select count(*) from journal where deed = 'DRAFTS_REMOVED' and person is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_round_that_was_killed_is_taken_up_by_the_next_and_says_nothing_twice() {
        var drafts = java.util.stream.Stream.generate(this::draft).limit(60).toList();
        after(days(80));
        after(days(8));
        ((AdvancingClock) clock).advanceBy(days(4));

        // The first lot of fifty is in the middle of its work when the machine goes off.
        transaction.executeWithoutResult(killed -> {
            letGo.round();
            killed.setRollbackOnly();
        });
        assertThat(drafts).allMatch(draft -> applications.find(draft.id()).isPresent());
        letGo.round();
        letGo.round();

        assertThat(drafts).allMatch(draft -> applications.find(draft.id()).isEmpty());
        assertThat(drafts)
                .allSatisfy(draft -> assertThat(kinds(draft.person()))
                        .containsExactly(NoticeKind.DRAFT_GONE, NoticeKind.DRAFT_GOES, NoticeKind.DRAFT_GOES));
    }

    @Test
    void what_is_due_is_found_by_its_time_and_not_by_reading_every_draft() {
        var plan = transaction.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select * from kept_until where next_at <= now() order by next_at limit 50")
                    .query(String.class)
                    .list();
        });

        assertThat(plan).anyMatch(line -> line.contains("kept_until_next")).noneMatch(line -> line.contains("Sort"));
    }

    private Application draft() {
        return drafting.start(some.newPerson(), Answers.NONE);
    }

    private Document added(Application application) {
        return ((AddResult.Added) papers.add(
                        application.id(), "birth-record", new ByteArrayInputStream(SomeFile.photo(400, 300))))
                .document();
    }

    /// Sent when it still could be.
    private Document addedTo(Application application) {
        var stage = application.stage().name();
        stage(application, "SUBMITTED");
        var document = added(application);
        stage(application, stage);
        return document;
    }

    private void stage(Application application, String stage) {
        jdbc.sql("update application set stage = ? where id = ?")
                .params(stage, application.id().value())
                .update();
    }

    private Path photographed(Application application) {
        var centre = jdbc.sql("select id from centre limit 1").query(UUID.class).single();
        var booking = UUID.randomUUID();
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (?, ?, 3)")
                .params(centre, at)
                .update();
        jdbc.sql("""
                insert into booking (id, application, centre, starts_at, capacity, place, state, booked_at)
                values (?, ?, ?, ?, 3, 1, 'SEEN', ?)
                """).params(booking, application.id().value(), centre, at, at).update();
        transaction.executeWithoutResult(_ -> photos.put(
                application,
                new org.kith.server.centre.BookingId(booking),
                page(),
                UUID.randomUUID(),
                clock.instant()));
        return path(photos.all(application).getFirst().file());
    }

    private static Page page() {
        return new Page(40, 30, SomeFile.photo(40, 30), java.util.Set.of());
    }

    private void end(Application application, Step step, Party by) {
        transaction.executeWithoutResult(_ -> applications.take(applications.lock(application.id()), step, by));
    }

    private Path file(Document document) {
        var path = path(document.pages().getFirst().file());
        assertThat(Files.exists(path)).isTrue();
        return path;
    }

    private Path path(UUID name) {
        return home.resolve("files").resolve(name.toString().substring(0, 2)).resolve(name.toString());
    }

    private void after(Duration time) {
        ((AdvancingClock) clock).advanceBy(time);
        letGo.round();
    }

    private List<NoticeKind> kinds(PersonId person) {
        return notices.of(person).stream().map(Notice::kind).toList();
    }

    private int mails(PersonId person) {
        return jdbc.sql("select count(*) from outbox where person = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    private int rows(String table, Application application) {
        return jdbc.sql("select count(*) from " + table + " where application = ?")
                .param(application.id().value())
                .query(Integer.class)
                .single();
    }

    private int deeds(String deed) {
        return jdbc.sql("select count(*) from journal where deed = ?")
                .param(deed)
                .query(Integer.class)
                .single();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
