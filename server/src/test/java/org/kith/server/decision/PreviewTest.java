package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Nothing is decided before its officer has seen the letter, and what goes is what was seen.
class PreviewTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    AdvancingClock clock;

    @Test
    void a_form_decides_nothing_until_its_letter_was_seen_and_sent() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var before = traces(layla);

        var shown = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);

        assertThat(shown.text()).contains("The letter, before it goes", "The record names another town.");
        assertThat(stage(layla)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(about(layla)).isEmpty();
        assertThat(traces(layla)).as("entries, letters, mails and events").isEqualTo(before);
        assertThat(layla.person().get("/messages").text()).contains("There are none yet");
    }

    @Test
    void what_goes_is_what_was_seen_number_and_all() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var shown = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);

        castell.sendLetter(shown);

        var seen = shown.find("(?s)<article class=\"kith-sheet kith-letter\"[^>]*>(.*?)</article>");
        var went = layla.person()
                .get(CaseDesk.message(layla) + "/letter")
                .find("(?s)<article class=\"kith-sheet kith-letter\"[^>]*>(.*?)</article>");
        assertThat(words(went))
                .isEqualTo(words(seen))
                .contains(about(layla).getFirst().number().printed());
    }

    @Test
    void what_was_typed_is_still_there_to_be_changed_and_the_changed_letter_goes() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);

        var again = castell.get(layla.address());
        assertThat(again.body())
                .contains("The record names another town.</textarea>", "A record of the town of Amaurot.</textarea>")
                .containsPattern("value=\"refuse\" checked");
        var changed = new HashMap<>(CaseDesk.REFUSAL);
        changed.put("reason", "The record is of another year.");
        castell.decide(layla.address() + "/decide", changed);

        assertThat(layla.person().get(CaseDesk.message(layla) + "/letter").text())
                .contains("The record is of another year.")
                .doesNotContain("another town");
        assertThat(castell.get(layla.address()).body()).doesNotContain("another town.</textarea>");
    }

    @Test
    void pressing_twice_sends_once() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var shown = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);

        castell.sendLetter(shown);
        var second = castell.sendLetter(shown);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.path()).isEqualTo(layla.address());
        assertThat(about(layla)).hasSize(1);
    }

    @Test
    void pressing_many_times_at_once_sends_once() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var shown = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);

        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> castell.sendLetter(shown), hands))
                    .toList();
            assertThat(presses)
                    .allSatisfy(press -> assertThat(press.join().status()).isEqualTo(200));
        }

        assertThat(about(layla)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from journal where deed = 'REFUSAL_ANNOUNCED' and case_id = ?")
                        .param(layla.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void of_two_windows_one_letter_goes() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var one = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);
        var other = castell.post(layla.address() + "/decide", CaseDesk.MORE);

        castell.sendLetter(one);
        var late = castell.sendLetter(other);

        assertThat(late.text()).contains("This letter is not here any more");
        assertThat(about(layla)).hasSize(1);
        assertThat(stage(layla)).isEqualTo(Stage.REFUSAL_ANNOUNCED);
    }

    @Test
    void of_two_officers_one_letter_goes() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var varga = CaseDesk.opens(Visitor.asOfficer(port, "caseworker", 2), layla, "DECISION");
        var one = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);
        var other = varga.post(layla.address() + "/decide", CaseDesk.MORE);

        varga.sendLetter(other);
        var late = castell.sendLetter(one);

        assertThat(late.text()).contains("This case has moved on");
        assertThat(stage(layla)).isEqualTo(Stage.MORE_ASKED);
    }

    @Test
    void a_letter_that_would_go_otherwise_today_is_shown_again_first() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var shown = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);
        clock.advanceBy(Duration.ofDays(1));

        var again = castell.sendLetter(shown);

        assertThat(again.text()).contains("The letter is not what you looked at", "Nothing was sent");
        assertThat(about(layla)).isEmpty();
        castell.sendLetter(again);
        assertThat(about(layla)).hasSize(1);
    }

    @Test
    void a_seal_or_a_letter_that_somebody_made_up_sends_nothing() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var shown = castell.post(layla.address() + "/decide", CaseDesk.REFUSAL);
        var letter = shown.find("name=\"letter\" value=\"([^\"]+)\"");
        var seal = shown.find("name=\"seal\" value=\"([^\"]+)\"");
        var address = layla.address() + "/decide";

        castell.post(address, Map.of("letter", letter, "seal", "0".repeat(64)));
        castell.get(layla.address());
        castell.post(address, Map.of("letter", UUID.randomUUID().toString(), "seal", seal));
        castell.post(address, Map.of("letter", "nothing", "seal", seal));
        var varga = CaseDesk.opens(Visitor.asOfficer(port, "caseworker", 2), layla, "DECISION");
        varga.post(address, Map.of("letter", letter, "seal", seal));

        assertThat(about(layla)).isEmpty();
        assertThat(varga.get("/desk/letters/" + letter).text()).doesNotContain("another town");
    }

    @Test
    void a_second_officer_signs_only_the_letter_they_saw() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.APPROVAL);
        var oriel = new CaseDesk(port).signer(layla);
        var sign = oriel.get(layla.address()).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\"");

        var shown = oriel.post(sign, Map.of());
        assertThat(shown.text()).contains("The letter, before it goes", "All papers agree.");
        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);
        oriel.post(sign, Map.of("seal", "0".repeat(64)));
        assertThat(stage(layla)).isEqualTo(Stage.APPROVAL_PROPOSED);

        oriel.sendLetter(shown);
        assertThat(stage(layla)).isEqualTo(Stage.APPROVED);
    }

    @Test
    void what_was_typed_outlives_the_session_for_its_officer_alone() {
        var layla = cases.confirmed(port, someone());
        var castell = new CaseDesk(port).takesUp(layla);
        var yours = castell.get(layla.address()).find("name=\"yours\" value=\"([^\"]+)\"");
        var form = new HashMap<>(CaseDesk.REFUSAL);
        form.put("yours", yours);
        jdbc.sql("delete from spring_session").update();

        var asked = castell.post(layla.address() + "/decide", form);
        assertThat(asked.path()).startsWith("/staff/sign-in");

        castell.alsoAsOfficer("caseworker", 2);
        CaseDesk.opens(castell, layla, "DECISION");
        assertThat(castell.get(layla.address()).body()).doesNotContain("another town.</textarea>");
        castell.alsoAsOfficer("caseworker", 1);
        CaseDesk.opens(castell, layla, "DECISION");
        assertThat(castell.get(layla.address()).body())
                .contains("The record names another town.</textarea>")
                .containsPattern("value=\"refuse\" checked");
    }

    private static String words(String html) {
        return html.replaceAll("</?h\\d[^>]*>", "").replaceAll("\\s+", " ");
    }

    /// All that a decision would leave behind.
    private List<Integer> traces(Opened layla) {
        var person = applications.find(layla.id()).orElseThrow().person().value();
        return List.of(
                count("select count(*) from journal where person = ?", person),
                count("select count(*) from outbox where person = ?", person),
                count("select count(*) from decision where person = ?", person),
                count("select count(*) from decision_letter join decision on id = decision where person = ?", person));
    }

    private int count(String sql, UUID person) {
        return jdbc.sql(sql).param(person).query(Integer.class).single();
    }

    private List<Decision> about(Opened layla) {
        return decisions.about(Subject.of(layla.id()));
    }

    private Stage stage(Opened layla) {
        return applications.find(layla.id()).orElseThrow().stage();
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("preview-" + UUID.randomUUID() + "@example.org");
    }
}
