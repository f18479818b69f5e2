package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.springframework.beans.factory.annotation.Autowired;

/// What people read of decisions about them (lessons row 7).
class LetterTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    DecisionLetters letters;

    @Test
    void a_letter_says_what_was_decided_on_what_why_what_would_change_it_and_how_to_answer() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.REFUSAL);

        var letter = letter(layla);

        assertThat(letter.text())
                .contains("The answer may be no, and you can reply first")
                .contains("Office for Compatriots of Utopia")
                .contains(made(layla).number().printed(), layla.reference())
                .contains("Compatriots Act, section 4(1)(b)")
                .contains("What was looked at")
                .contains("The record names another town.")
                .contains("A record of the town of Amaurot.")
                .contains("You can answer until", "one button beside the message gives more time, 2 times");
    }

    @Test
    void a_letter_shows_the_grounds_own_words_as_the_applicant_saw_them() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.REFUSAL);
        var seen = layla.person().get(CaseDesk.message(layla)).find("kith-ground[^>]*>.*?<p[^>]*>([^<]+)</p>");

        assertThat(letter(layla).body()).contains(seen);
    }

    @Test
    void a_letter_is_in_the_language_its_person_chose_and_says_where_the_officers_words_are_not() {
        var who = someone();
        var desk = new CaseDesk(port);
        var layla = cases.confirmed(port, desk.submitted(who, "ar"), who);
        desk.takesUp(layla).decide(layla.address() + "/decide", CaseDesk.REFUSAL);

        var letter = letter(layla);

        assertThat(letter.body())
                .contains("lang=\"ar\" dir=\"rtl\"")
                .contains("<blockquote class=\"kith-words\" dir=\"auto\" lang=\"en\">The record names another town.");
        assertThat(letter.text())
                .contains("كتب الموظف ما يلي بهذه اللغة: الإنجليزية")
                .doesNotContain("What was looked at");
    }

    @Test
    void a_letter_says_by_which_version_of_the_rules_it_was_decided() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.MORE);

        assertThat(letter(layla).text()).contains("Rules, version 2026.1");
    }

    @Test
    void a_language_chosen_later_is_the_one_of_the_next_letter() {
        var layla = cases.confirmed(port, someone());
        layla.person().get("/home?lang=ru");

        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.MORE);

        assertThat(letters.of(made(layla)).orElseThrow().language()).isEqualTo("ru");
    }

    @Test
    void words_in_the_persons_own_language_need_no_such_line() {
        var who = someone();
        var desk = new CaseDesk(port);
        var layla = cases.confirmed(port, desk.submitted(who, "ar"), who);
        var refusal = Map.of(
                "verdict", "refuse",
                "ground", "descent",
                "reason", "السجل يذكر بلدة أخرى.",
                "cure", "سجل من بلدة أخرى.",
                "language", "ar");
        desk.takesUp(layla).decide(layla.address() + "/decide", refusal);

        assertThat(letter(layla).text()).contains("السجل يذكر بلدة أخرى.").doesNotContain("كتب الموظف ما يلي");
    }

    @Test
    void a_letter_that_went_never_changes_whatever_its_texts_and_its_person_do_later() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.MORE);
        var went = letters.of(made(layla)).orElseThrow();

        layla.person().post(CaseDesk.message(layla), Map.of("words", "Here it is."));
        jdbc.sql("update account set language = 'ru' where person = ?")
                .param(made(layla).person().value())
                .update();

        assertThat(letters.of(made(layla))).contains(went);
        assertThat(letter(layla).text()).contains("We need something more from you");
        assertThat(jdbc.sql(
                                "select count(*) from decision_letter where position(convert_to('second page', 'UTF8') in sealed) > 0")
                        .query(Integer.class)
                        .single())
                .as("letters that lie open in the database")
                .isZero();
    }

    @Test
    void nobody_reads_anothers_letter_and_nobody_what_is_only_proposed() {
        var layla = cases.confirmed(port, someone());
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.APPROVAL);
        var address =
                "/messages/" + decisions.about(subject(layla)).getFirst().id().value() + "/letter";
        assertThat(layla.person().get(address).status())
                .as("waits for a signature")
                .isEqualTo(404);

        var oriel = new CaseDesk(port).signer(layla);
        oriel.decide(oriel.get(layla.address()).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());

        assertThat(layla.person().get(address).text()).contains("Your application is approved");
        var other = Visitor.asPerson(port, "other-" + UUID.randomUUID() + "@example.org");
        assertThat(other.get(address).status()).isEqualTo(404);
    }

    @Test
    void a_mail_carries_no_word_of_a_letter() {
        var who = someone();
        var layla = cases.confirmed(port, who);
        new CaseDesk(port).takesUp(layla).decide(layla.address() + "/decide", CaseDesk.REFUSAL);

        Mailbox.of(port, who.email()).link();
        var outbox = Visitor.at(port).get("/demo/outbox").text();

        assertThat(outbox)
                .doesNotContain("another town", "Amaurot", made(layla).number().printed(), layla.reference());
    }

    private Visitor.Answer letter(Opened layla) {
        return layla.person().get(CaseDesk.message(layla) + "/letter");
    }

    private Decision made(Opened layla) {
        return decisions.about(subject(layla)).getFirst();
    }

    private static Subject subject(Opened layla) {
        return Subject.of(layla.id());
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("letter-" + UUID.randomUUID() + "@example.org");
    }
}
