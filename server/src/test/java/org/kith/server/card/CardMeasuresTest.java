package org.kith.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.credential.check.CheckReason;
import org.kith.server.CodeReader;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCard.Holder;
import org.kith.server.Visitor;
import org.kith.server.audit.LookPurpose;
import org.kith.server.audit.Looks;
import org.kith.server.identity.SomeFile;
import org.kith.server.presentation.PublicCheck;
import org.kith.server.status.StatusPublisher;
import org.springframework.beans.factory.annotation.Autowired;

/// What officers decide about a card, and how every check follows.
class CardMeasuresTest extends ServerTest {
    private static final String REASON = "Two cards were issued on one birth record.";

    @Autowired
    SomeCard someCard;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    PublicCheck check;

    @Autowired
    Cards cards;

    @Autowired
    Looks looks;

    @Test
    void a_card_is_found_by_number_and_opens_with_a_purpose_its_holder_sees() {
        var layla = holder();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cards");

        var asked = castell.post(
                "/desk/cards", Map.of("number", layla.card().number().printed("uto")));
        var opened = castell.post(address(layla) + "/open", Map.of("purpose", "CARD_CARE"));

        assertThat(asked.text()).contains("Why do you open this?").doesNotContain("MIRAN");
        assertThat(opened.text()).contains("LAYLA NUR MIRAN", "Active");
        assertThat(looks.of(layla.card().person()))
                .anySatisfy(look -> assertThat(look.purpose()).isEqualTo(LookPurpose.CARD_CARE));
        castell.get("/desk/cards");
        assertThat(castell.post("/desk/cards", Map.of("number", "UTO 4071 9926 3059"))
                        .text())
                .contains("There is no card with this number");
    }

    @Test
    void a_card_is_suspended_at_once_and_restored_with_every_check_following() {
        var layla = holder();
        var screen = CodeReader.onScreen(layla.visitor().get("/card"));
        var paper = CodeReader.onPaper(layla.visitor().download("/card/print", Map.of()));

        measure(layla, "SUSPEND", "copied");
        assertThat(says(screen)).isEqualTo(CheckReason.SUSPENDED);
        assertThat(says(paper)).isEqualTo(CheckReason.SUSPENDED);
        assertThat(layla.visitor().get("/card").text()).contains("Your card is suspended");
        assertThat(layla.visitor().get("/home").text()).doesNotContain("Nothing is decided yet");
        assertThat(layla.visitor().get(message(layla)).text()).contains(REASON, "Your answer");

        measure(layla, "RESTORE", "");
        assertThat(says(screen)).isEqualTo(CheckReason.STANDS);
        assertThat(says(paper)).isEqualTo(CheckReason.STANDS);
        assertThat(deeds(layla)).contains("CARD_SUSPENDED", "CARD_RESTORED");
    }

    @Test
    void a_sheet_its_holder_ended_stays_ended_when_the_card_is_restored() {
        var layla = holder();
        var paper = CodeReader.onPaper(layla.visitor().download("/card/print", Map.of()));
        var sheet = layla.visitor().get("/card").find("action=\"(/card/prints/[0-9a-f-]+/end)\"");
        layla.visitor().post(sheet, Map.of());

        measure(layla, "SUSPEND", "copied");
        measure(layla, "RESTORE", "");

        assertThat(says(paper)).isEqualTo(CheckReason.REVOKED);
    }

    @Test
    void nothing_is_taken_away_unheard() {
        var layla = holder();

        assertThat(measure(layla, "REVOKE", "false-papers").text()).contains("The holder has not been heard yet");
        assertThat(measure(layla, "SUSPEND", "false-papers").text()).contains("The holder has not been heard yet");
        assertThat(measure(layla, "REVOKE", "court-order").text())
                .as("at once is for suspending")
                .contains("The holder has not been heard yet");

        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_hearing_counts_for_the_cause_and_the_measure_it_was_about() {
        var layla = holder();
        measure(layla, "ANNOUNCE_REVOCATION", "false-papers");
        layla.visitor().get(message(layla));
        layla.visitor().post(message(layla), Map.of("words", "They are genuine."));

        assertThat(measure(layla, "REVOKE", "no-ground").text()).contains("The holder has not been heard yet");
        assertThat(measure(layla, "SUSPEND", "false-papers").text()).contains("The holder has not been heard yet");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_cause_serves_only_for_what_the_programme_lists_it_for() {
        var layla = holder();

        assertThat(measure(layla, "SUSPEND", "no-ground").text()).contains("does not list this cause");
        assertThat(measure(layla, "ANNOUNCE_REVOCATION", "copied").text()).contains("does not list this cause");
        assertThat(measure(layla, "SUSPEND", "made-up").text()).contains("does not list this cause");
        assertThat(measure(layla, "SUSPEND", "").text()).contains("Choose the cause");

        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_suspension_is_announced_answered_and_decided_with_a_way_to_appeal() {
        var layla = holder();

        measure(layla, "ANNOUNCE_SUSPENSION", "false-papers");
        assertThat(layla.visitor().get("/card").text())
                .contains("Your card may be suspended", "stays as it is until you were heard");
        assertThat(layla.visitor().get(message(layla) + "/letter").text())
                .contains("It was obtained with papers that are not genuine", "Compatriots Act, section 9(1)")
                .contains("You can answer until");
        layla.visitor().get(message(layla));
        layla.visitor().post(message(layla), Map.of("words", "They are genuine."));
        measure(layla, "SUSPEND", "false-papers");

        assertThat(stage(layla)).isEqualTo(CardStage.SUSPENDED);
        assertThat(layla.visitor().get(message(layla) + "/letter").text()).contains("If you think this is wrong");
        assertThat(deeds(layla)).contains("SUSPENSION_ANNOUNCED", "NOTICE_ANSWERED", "CARD_SUSPENDED");
    }

    @Test
    void a_holder_is_heard_in_words_and_with_papers() {
        var layla = holder();
        addPaper(layla);
        assertThat(papers(layla)).as("before anything is announced").isZero();
        measure(layla, "ANNOUNCE_REVOCATION", "no-ground");
        var message = message(layla);

        assertThat(layla.visitor().get("/home").body()).contains("href=\"" + message + "\"");
        layla.visitor().get(message);
        assertThat(layla.visitor().post(message, Map.of("words", " ")).text()).contains("Write your answer first");
        addPaper(layla);
        layla.visitor().get(message);
        layla.visitor().post(message, Map.of("words", ""));
        addPaper(layla);

        assertThat(papers(layla)).as("once, before the answer").isEqualTo(1);
        assertThat(deeds(layla)).contains("REVOCATION_ANNOUNCED");
        assertThat(jdbc.sql("select count(*) from kept_until where application = ? and kind = 'PAPERS'")
                        .param(layla.card().application().value())
                        .query(Integer.class)
                        .single())
                .as("they are not kept for good")
                .isEqualTo(1);
        assertThat(opened(layla, "caseworker", "CARD_CARE").get(address(layla)).text())
                .contains("Without words; see the papers.", "The application it came from, and its papers");
    }

    private int papers(Holder layla) {
        return jdbc.sql("select count(*) from document where application = ?")
                .param(layla.card().application().value())
                .query(Integer.class)
                .single();
    }

    private static void addPaper(Holder layla) {
        var file = new Visitor.Upload("a.jpg", "image/jpeg", SomeFile.photo(500, 400));
        layla.visitor().get("/apply/documents/birth-record");
        layla.visitor().upload("/apply/documents/birth-record", Map.of(), "file", file);
    }

    @Test
    void a_notice_that_was_withdrawn_asks_for_nothing_and_is_no_hearing() {
        var layla = holder();
        measure(layla, "ANNOUNCE_REVOCATION", "false-papers");
        var notice = message(layla);
        layla.visitor().get(notice);
        layla.visitor().post(notice, Map.of("words", "They are genuine."));

        measure(layla, "WITHDRAW_NOTICE", "");

        assertThat(layla.visitor().get(message(layla)).text())
                .contains("The notice is taken back", "Your card stays as it is");
        assertThat(layla.visitor().get("/card").text()).doesNotContain("may be revoked");
        assertThat(measure(layla, "REVOKE", "false-papers").text()).contains("The holder has not been heard yet");
        assertThat(measure(layla, "WITHDRAW_NOTICE", "").text()).contains("That cannot be done now");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
        assertThat(deeds(layla)).contains("NOTICE_WITHDRAWN");
    }

    @Test
    void a_notice_that_was_withdrawn_cannot_be_answered_any_more() {
        var layla = holder();
        measure(layla, "ANNOUNCE_REVOCATION", "false-papers");
        var notice = message(layla);
        measure(layla, "WITHDRAW_NOTICE", "");

        layla.visitor().get(notice);
        var answer = layla.visitor().post(notice, Map.of("words", "Too late."));

        assertThat(answer.text()).contains("This cannot be answered any more");
    }

    @Test
    void the_same_notice_is_not_given_twice() {
        var layla = holder();
        measure(layla, "ANNOUNCE_REVOCATION", "false-papers");

        assertThat(measure(layla, "ANNOUNCE_REVOCATION", "false-papers").text()).contains("That cannot be done now");
    }

    @Test
    void a_letter_about_a_card_comes_before_it_is_decided() {
        var layla = holder();
        var castell = opened(layla, "caseworker", "CARD_CARE");

        var shown = castell.post(
                address(layla) + "/measure", Map.of("measure", "SUSPEND", "cause", "copied", "reason", REASON));

        assertThat(shown.text())
                .contains("The letter, before it goes", "Others have copied the card", REASON)
                .contains(
                        "The suspension counts already",
                        "You can object until",
                        "heard in person",
                        layla.card().number().printed("UTO"));
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
        castell.sendLetter(shown);
        assertThat(stage(layla)).isEqualTo(CardStage.SUSPENDED);
    }

    @Test
    void only_papers_that_lie_in_the_application_can_have_been_looked_at() {
        var layla = holder();
        var castell = opened(layla, "caseworker", "CARD_CARE");

        var answer = castell.post(
                address(layla) + "/measure",
                Map.of("measure", "SUSPEND", "cause", "copied", "looked", "made-up", "reason", REASON));

        assertThat(answer.text()).contains("Choose papers of this card");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_revocation_is_announced_answered_proposed_and_signed_by_another() {
        var layla = holder();
        var paper = CodeReader.onPaper(layla.visitor().download("/card/print", Map.of()));

        measure(layla, "ANNOUNCE_REVOCATION", "false-papers");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
        var message = message(layla);
        assertThat(layla.visitor().get(message).text()).contains("you can reply first", REASON);
        layla.visitor().post(message, Map.of("words", "It is my twin sister’s."));

        measure(layla, "REVOKE", "false-papers");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
        assertThat(says(paper)).isEqualTo(CheckReason.STANDS);

        var oriel = opened(layla, "supervisor", "SECOND_SIGNATURE");
        var page = oriel.get(address(layla));
        assertThat(page.text()).contains("It is my twin sister’s.", REASON);
        oriel.decide(page.find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());

        assertThat(stage(layla)).isEqualTo(CardStage.REVOKED);
        assertThat(jdbc.sql("""
                        select since > now() + interval '50 days' from kept_until where application = ? and kind = 'PHOTO'
                        """)
                        .param(layla.card().application().value())
                        .query(Boolean.class)
                        .single())
                .as("the time of the photo behind it runs from the last day to appeal")
                .isTrue();
        assertThat(says(paper)).isEqualTo(CheckReason.REVOKED);
        assertThat(layla.visitor().get("/card").text()).contains("Your card is revoked");
        assertThat(measure(layla, "RESTORE", "").text()).contains("That cannot be done now");
    }

    @Test
    void while_one_proposal_waits_no_other_is_taken() {
        var layla = holder();
        measure(layla, "ANNOUNCE_REVOCATION", "false-papers");
        layla.visitor().get(message(layla));
        layla.visitor().post(message(layla), Map.of("words", "No."));
        measure(layla, "REVOKE", "false-papers");

        var answer = measure(layla, "SUSPEND", "copied");

        assertThat(answer.text()).contains("That cannot be done now");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_measure_without_a_reason_is_not_taken() {
        var layla = holder();
        var castell = opened(layla, "caseworker", "CARD_CARE");

        var answer = castell.decide(
                address(layla) + "/measure", Map.of("measure", "SUSPEND", "cause", "copied", "reason", " "));

        assertThat(answer.text()).contains("Give the reason in words");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void what_has_not_been_opened_with_a_purpose_cannot_be_suspended() {
        var layla = holder();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cards");

        castell.decide(address(layla) + "/measure", Map.of("measure", "SUSPEND", "cause", "copied", "reason", REASON));

        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    private static String address(Holder layla) {
        return "/desk/cards/" + layla.card().id().value();
    }

    private Visitor.Answer measure(Holder layla, String measure, String cause) {
        var castell = opened(layla, "caseworker", "CARD_CARE");
        return castell.decide(
                address(layla) + "/measure", Map.of("measure", measure, "cause", cause, "reason", REASON));
    }

    private Visitor opened(Holder layla, String role, String purpose) {
        var officer = Visitor.asOfficer(port, role);
        officer.get(address(layla));
        officer.post(address(layla) + "/open", Map.of("purpose", purpose));
        return officer;
    }

    private CheckReason says(String code) {
        publisher.publishDue();
        return check.check(code).reason();
    }

    private static String message(Holder layla) {
        return layla.visitor().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
    }

    private CardStage stage(Holder layla) {
        return cards.find(layla.card().id()).orElseThrow().stage();
    }

    private List<String> deeds(Holder layla) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(layla.card().person().value())
                .query(String.class)
                .list();
    }

    private Holder holder() {
        return someCard.holder(port, SomeApplicant.layla("measure-" + UUID.randomUUID() + "@example.org"));
    }
}
