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

        measure(layla, "SUSPEND");
        assertThat(says(screen)).isEqualTo(CheckReason.SUSPENDED);
        assertThat(says(paper)).isEqualTo(CheckReason.SUSPENDED);
        assertThat(layla.visitor().get("/card").text()).contains("Your card is suspended");
        assertThat(layla.visitor().get(message(layla)).text()).contains(REASON, "Your answer");

        measure(layla, "RESTORE");
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

        measure(layla, "SUSPEND");
        measure(layla, "RESTORE");

        assertThat(says(paper)).isEqualTo(CheckReason.REVOKED);
    }

    @Test
    void nothing_is_revoked_unheard() {
        var layla = holder();

        var answer = measure(layla, "REVOKE");

        assertThat(answer.text()).contains("The holder has not been heard yet");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_revocation_is_announced_answered_proposed_and_signed_by_another() {
        var layla = holder();
        var paper = CodeReader.onPaper(layla.visitor().download("/card/print", Map.of()));

        measure(layla, "ANNOUNCE");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
        var message = message(layla);
        assertThat(layla.visitor().get(message).text()).contains("you can reply first", REASON);
        layla.visitor().post(message, Map.of("words", "It is my twin sister’s."));

        measure(layla, "REVOKE");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
        assertThat(says(paper)).isEqualTo(CheckReason.STANDS);

        var oriel = opened(layla, "supervisor", "SECOND_SIGNATURE");
        var page = oriel.get(address(layla));
        assertThat(page.text()).contains("It is my twin sister’s.", REASON);
        oriel.post(page.find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());

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
        assertThat(measure(layla, "RESTORE").text()).contains("That cannot be done now");
    }

    @Test
    void while_one_proposal_waits_no_other_is_taken() {
        var layla = holder();
        measure(layla, "ANNOUNCE");
        layla.visitor().get(message(layla));
        layla.visitor().post(message(layla), Map.of("words", "No."));
        measure(layla, "REVOKE");

        var answer = measure(layla, "SUSPEND");

        assertThat(answer.text()).contains("That cannot be done now");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void a_measure_without_a_reason_is_not_taken() {
        var layla = holder();
        var castell = opened(layla, "caseworker", "CARD_CARE");

        var answer = castell.post(address(layla) + "/measure", Map.of("measure", "SUSPEND", "reason", " "));

        assertThat(answer.text()).contains("Give the reason in words");
        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    @Test
    void what_has_not_been_opened_with_a_purpose_cannot_be_suspended() {
        var layla = holder();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cards");

        castell.post(address(layla) + "/measure", Map.of("measure", "SUSPEND", "reason", REASON));

        assertThat(stage(layla)).isEqualTo(CardStage.ACTIVE);
    }

    private static String address(Holder layla) {
        return "/desk/cards/" + layla.card().id().value();
    }

    private Visitor.Answer measure(Holder layla, String measure) {
        var castell = opened(layla, "caseworker", "CARD_CARE");
        return castell.post(address(layla) + "/measure", Map.of("measure", measure, "reason", REASON));
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
