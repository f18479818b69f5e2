package org.kith.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.identity.SomeFile;
import org.springframework.beans.factory.annotation.Autowired;

/// People may stop at any point: a draft is deleted, a sent application withdrawn.
class LeavingTest extends ServerTest {
    @Autowired
    private SomeCase cases;

    @Test
    void a_draft_is_deleted_with_answers_and_papers_and_the_next_one_is_empty() {
        var email = address();
        var layla = SomeApplicant.layla(email).drafted(port);
        layla.get("/apply/documents/birth-record");
        layla.upload(
                "/apply/documents/birth-record",
                Map.of(),
                "file",
                new Visitor.Upload("paper.jpg", "image/jpeg", SomeFile.photo(400, 300)));
        var draft = application(email);
        assertThat(rows("document", draft)).isEqualTo(1);

        var asked = layla.get("/apply/delete");
        var done = layla.post("/apply/delete", Map.of());

        assertThat(asked.text()).contains("Delete your draft?", "What stays, and why");
        assertThat(done.path()).isEqualTo("/apply/deleted");
        assertThat(done.text()).contains("Your draft is deleted");
        assertThat(rows("answer", draft) + rows("document", draft) + rows("kept_until", draft))
                .isZero();
        assertThat(jdbc.sql("select count(*) from application where id = ?")
                        .param(draft)
                        .query(Integer.class)
                        .single())
                .isZero();
        layla.get("/home");
        assertThat(layla.post("/apply/start", Map.of()).text()).contains("finished 0 of");
    }

    @Test
    void what_the_journal_kept_beside_its_entries_about_a_draft_goes_too() {
        var email = address();
        var layla = SomeApplicant.layla(email).drafted(port);
        layla.get("/apply/documents/birth-record");
        layla.upload(
                "/apply/documents/birth-record",
                Map.of(),
                "file",
                new Visitor.Upload("paper.jpg", "image/jpeg", SomeFile.photo(400, 300)));
        var person = person(email);
        assertThat(detailsOf(person)).isEqualTo(1);

        layla.get("/apply/delete");
        layla.post("/apply/delete", Map.of());

        assertThat(detailsOf(person)).isZero();
        assertThat(jdbc.sql("select deed from journal where person = ?")
                        .param(person)
                        .query(String.class)
                        .list())
                .contains("DRAFT_DELETED", "DOCUMENT_ADDED");
    }

    @Test
    void a_second_press_of_the_button_says_the_same() {
        var layla = SomeApplicant.layla(address()).drafted(port);
        layla.get("/apply/delete");
        layla.post("/apply/delete", Map.of());

        assertThat(layla.post("/apply/delete", Map.of()).path()).isEqualTo("/apply/deleted");
    }

    @Test
    void an_application_that_was_sent_is_not_deleted_as_a_draft() {
        var email = address();
        var layla = SomeApplicant.layla(email).submitted(port);

        assertThat(layla.get("/apply/delete").path()).isEqualTo("/home");
        assertThat(layla.post("/apply/delete", Map.of()).path()).isEqualTo("/home");
        assertThat(rows("answer", application(email))).isPositive();
    }

    @Test
    void a_withdrawn_application_frees_the_visit_and_another_can_be_started() {
        var email = address();
        var layla = SomeApplicant.layla(email).submitted(port);
        var application = application(email);
        booked(application);

        var asked = layla.get("/home/withdraw");
        var done = layla.post("/home/withdraw", Map.of());

        assertThat(asked.text())
                .contains("Withdraw your application?", "Your visit to the centre is given up", "What stays, and why");
        assertThat(done.path()).isEqualTo("/home/withdrawn");
        assertThat(stage(application)).isEqualTo("WITHDRAWN");
        await(() -> jdbc.sql("select state from booking where application = ?")
                .param(application)
                .query(String.class)
                .single()
                .equals("CANCELLED"));
        assertThat(layla.post("/home/withdraw", Map.of()).path()).isEqualTo("/home/withdrawn");
        layla.get("/home");
        layla.post("/apply/start", Map.of());
        assertThat(application(email)).isNotEqualTo(application);
    }

    @Test
    void what_is_withdrawn_leaves_the_second_officers_desk() {
        var email = address();
        var layla = cases.confirmed(port, SomeApplicant.layla(email));
        jdbc.sql("update application set stage = 'APPROVAL_PROPOSED' where id = ?")
                .param(layla.id().value())
                .update();
        proposed(layla.id().value());

        layla.person().get("/home/withdraw");
        layla.person().post("/home/withdraw", Map.of());

        await(() -> jdbc.sql("select state from decision where subject = ?")
                .param(layla.id().value())
                .query(String.class)
                .single()
                .equals("RETURNED"));
        assertThat(stage(layla.id().value())).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_is_decided_cannot_be_withdrawn() {
        var email = address();
        var layla = SomeApplicant.layla(email).submitted(port);
        jdbc.sql("update application set stage = 'APPROVED' where id = ?")
                .param(application(email))
                .update();

        assertThat(layla.get("/home").body()).doesNotContain("/home/withdraw");
        assertThat(layla.post("/home/withdraw", Map.of()).path()).isEqualTo("/home");
        assertThat(stage(application(email))).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ru"})
    void the_pages_stand_in_the_language_asked_for(String language) {
        var layla = SomeApplicant.layla(address()).drafted(port).reading(language);

        assertThat(layla.get("/apply/delete").body()).contains("lang=\"" + language + "\"");
        assertThat(layla.get("/apply/deleted").status()).isEqualTo(200);
        layla.get("/apply/review");
        layla.post("/apply/submit", Map.of("declared", "yes"));
        assertThat(layla.get("/home/withdraw").status()).isEqualTo(200);
        assertThat(layla.get("/home/withdrawn").status()).isEqualTo(200);
    }

    private void booked(UUID application) {
        jdbc.sql("""
                with fresh as (
                    insert into slot (centre, starts_at, capacity)
                    select id, now() + interval '5 days', 3 from centre limit 1
                    returning centre, starts_at, capacity)
                insert into booking (id, application, centre, starts_at, capacity, place, state, booked_at)
                select gen_random_uuid(), ?, centre, starts_at, capacity, 1, 'BOOKED', now() from fresh
                """).param(application).update();
        jdbc.sql("update application set stage = 'BOOKED' where id = ?")
                .param(application)
                .update();
    }

    private void proposed(UUID application) {
        jdbc.sql("""
                insert into decision (id, number, subject_kind, subject, person, verdict, state, pack, first,
                                      proposed_at, sealed)
                select gen_random_uuid(), 'D' || left(id::text, 8), 'APPLICATION', id, person, 'APPROVE', 'PROPOSED',
                       pack, gen_random_uuid(), now(), '\\x00'
                from application where id = ?
                """).param(application).update();
    }

    private int detailsOf(UUID person) {
        return jdbc.sql("""
                select count(*) from vault_secret where id in (select id from journal where person = ?)
                """).param(person).query(Integer.class).single();
    }

    private UUID application(String email) {
        return jdbc.sql("select id from application where person = ? and stage <> 'WITHDRAWN'")
                .param(person(email))
                .query(UUID.class)
                .single();
    }

    /// Each test signs in one person, so the newest account is theirs.
    private UUID person(String email) {
        return people.computeIfAbsent(
                email,
                _ -> jdbc.sql("select person from account order by opened desc limit 1")
                        .query(UUID.class)
                        .single());
    }

    private final Map<String, UUID> people = new java.util.HashMap<>();

    private String stage(UUID application) {
        return jdbc.sql("select stage from application where id = ?")
                .param(application)
                .query(String.class)
                .single();
    }

    private int rows(String table, UUID application) {
        return jdbc.sql("select count(*) from " + table + " where application = ?")
                .param(application)
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier holds) {
        var until = Instant.now().plus(Duration.ofSeconds(10));
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(until)) throw new AssertionError("it never came");
            Thread.onSpinWait();
        }
    }

    private static String address() {
        return "leaving-" + UUID.randomUUID() + "@example.org";
    }
}
