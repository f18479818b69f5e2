package org.kith.server.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.credential.check.CheckReason;
import org.kith.server.CodeReader;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.Visitor;
import org.kith.server.presentation.PublicCheck;
import org.kith.server.status.StatusPublisher;
import org.springframework.beans.factory.annotation.Autowired;

/// A holder shows, prints and loses their card.
class HoldersCardTest extends ServerTest {
    @Autowired
    SomeCard someCard;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    PublicCheck check;

    @Autowired
    Cards cards;

    @Test
    void a_person_named_in_arabic_gets_a_card_that_anyone_can_check() {
        var layla = holder(SomeApplicant.layla(address()));

        var page = layla.get("/card");

        assertThat(page.text()).contains("Your card", "Active");
        assertThat(page.body()).contains(">LAYLA NUR MIRAN<", ">ليلى نور ميران<");
        assertThat(check.check(CodeReader.onScreen(page)).reason()).isEqualTo(CheckReason.STANDS);
    }

    @Test
    void the_printed_sheet_of_each_name_is_read_back_from_its_picture() {
        for (var applicant : new SomeApplicant[] {
            SomeApplicant.layla(address()), SomeApplicant.nadezhda(address()), SomeApplicant.suharto(address())
        }) {
            var code = printed(holder(applicant));

            var said = check.check(code);

            assertThat(said.reason()).isEqualTo(CheckReason.STANDS);
            assertThat(said.card().fullName())
                    .isEqualTo((applicant.passportGiven() + " " + applicant.passportFamily()).strip());
        }
    }

    @Test
    void a_code_carries_no_card_number() {
        var layla = holder(SomeApplicant.layla(address()));
        var number = layla.get("/card").find("UTO ([0-9]{4} [0-9]{4} [0-9]{4})");

        var code = printed(layla);

        assertThat(check.check(code).card().toString()).doesNotContain(number.replace(" ", ""));
    }

    @Test
    void each_print_and_each_screen_has_a_position_of_its_own() {
        var layla = holder(SomeApplicant.layla(address()));

        var screen = check.check(CodeReader.onScreen(layla.get("/card"))).card().status();
        var first = check.check(printed(layla)).card().status();
        var second = check.check(printed(layla)).card().status();

        assertThat(java.util.Set.of(screen, first, second)).hasSize(3);
    }

    @Test
    void one_print_is_ended_and_the_others_stand() {
        var layla = holder(SomeApplicant.layla(address()));
        var lost = printed(layla);
        var kept = printed(layla);
        var sheets = layla.get("/card");
        assertThat(sheets.text()).contains("Sheet 1", "Sheet 2");

        layla.post(sheets.find("Sheet 1(?s:.*?)action=\"(/card/prints/[0-9a-f-]+/end)\""), Map.of());
        publisher.publishDue();

        assertThat(layla.get("/card").text()).contains("ended by you");
        assertThat(check.check(lost).reason()).isEqualTo(CheckReason.REVOKED);
        assertThat(check.check(kept).reason()).isEqualTo(CheckReason.STANDS);
    }

    @Test
    void a_lost_card_is_suspended_with_all_its_copies() {
        var layla = holder(SomeApplicant.layla(address()));
        var screen = CodeReader.onScreen(layla.get("/card"));
        var paper = printed(layla);

        layla.get("/card/lost");
        var after = layla.post("/card/lost", Map.of());
        publisher.publishDue();

        assertThat(after.text()).contains("You have suspended your card");
        assertThat(check.check(screen).reason()).isEqualTo(CheckReason.SUSPENDED);
        assertThat(check.check(paper).reason()).isEqualTo(CheckReason.SUSPENDED);
        assertThat(layla.post("/card/print", Map.of()).text()).contains("Your card is not active");
    }

    @Test
    void a_fresh_code_ends_the_one_before() {
        var layla = holder(SomeApplicant.layla(address()));
        var before = CodeReader.onScreen(layla.get("/card"));

        layla.post("/card/fresh", Map.of());
        var after = CodeReader.onScreen(layla.get("/card"));
        publisher.publishDue();

        assertThat(check.check(before).reason()).isEqualTo(CheckReason.REVOKED);
        assertThat(check.check(after).reason()).isEqualTo(CheckReason.STANDS);
    }

    @Test
    void looking_at_ones_card_again_makes_no_new_code() {
        var layla = holder(SomeApplicant.layla(address()));

        var once = check.check(CodeReader.onScreen(layla.get("/card"))).card().status();
        var twice = check.check(CodeReader.onScreen(layla.get("/card"))).card().status();

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void an_eleventh_print_is_refused_in_words() {
        var layla = holder(SomeApplicant.layla(address()));
        for (var i = 0; i < Showing.MOST_PRINTS; i++) printed(layla);

        var answer = layla.post("/card/print", Map.of());

        assertThat(answer.text()).contains("Ten of your sheets count already");
    }

    @Test
    void nobody_ends_another_persons_print() {
        var layla = holder(SomeApplicant.layla(address()));
        var code = printed(layla);
        var path = layla.get("/card").find("action=\"(/card/prints/[0-9a-f-]+/end)\"");
        var nadezhda = holder(SomeApplicant.nadezhda(address()));
        nadezhda.get("/card");

        var answer = nadezhda.post(path, Map.of());
        publisher.publishDue();

        assertThat(answer.text()).contains("There is no such sheet of yours");
        assertThat(check.check(code).reason()).isEqualTo(CheckReason.STANDS);
    }

    @Test
    void whoever_has_no_card_is_led_to_their_application() {
        var visitor = Visitor.asPerson(port, address());

        assertThat(visitor.get("/card").text()).contains("You have no card yet");
    }

    private Visitor holder(SomeApplicant applicant) {
        return someCard.holder(port, applicant).visitor();
    }

    private static String printed(Visitor holder) {
        return CodeReader.onPaper(holder.download("/card/print", Map.of()));
    }

    private static String address() {
        return "holder-" + UUID.randomUUID() + "@example.org";
    }
}
