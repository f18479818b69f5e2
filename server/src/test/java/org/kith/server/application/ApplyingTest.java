package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class ApplyingTest extends ServerTest {
    @Autowired
    Clock clock;

    @Test
    void someone_without_an_account_learns_whether_they_qualify() {
        var known = peopleKnown();

        var result = checkedEligibility().get("/eligibility/result");

        assertThat(result.text()).contains("You can apply", "My mother’s mother", "Compatriots Act");
        assertThat(peopleKnown()).isEqualTo(known);
    }

    @Test
    void answers_given_without_an_account_are_gone_with_the_cookie() {
        var visitor = checkedEligibility();

        var stranger = Visitor.at(port).get("/eligibility/result");

        assertThat(stranger.path()).isEqualTo("/eligibility/residence");
        assertThat(visitor.get("/eligibility/result").path()).isEqualTo("/eligibility/result");
    }

    @Test
    void a_forged_ticket_opens_nobodys_answers() {
        var ticket = checkedEligibility().cookie("answers");
        var forger = Visitor.at(port);
        forger.plant("answers", ticket.substring(0, ticket.length() - 4) + "AAAA");

        assertThat(forger.get("/eligibility/result").path()).isEqualTo("/eligibility/residence");
    }

    @Test
    void answers_carry_over_into_a_draft_if_the_person_wants() {
        var visitor = checkedEligibility();
        signIn(visitor, "carries@example.org");

        visitor.get("/home?carry=yes");
        visitor.post("/apply/start", Map.of("carry", "yes"));

        assertThat(visitor.get("/apply/questions/forebear").body()).contains("value=\"mothers-mother\" checked");
        assertThat(visitor.cookie("answers"))
                .as("the key to the passing answers")
                .isEmpty();
    }

    @Test
    void and_do_not_if_the_person_does_not() {
        var visitor = checkedEligibility();
        signIn(visitor, "carriesnot@example.org");

        visitor.get("/home");
        visitor.post("/apply/start", Map.of());

        assertThat(visitor.get("/apply/questions/forebear").body()).doesNotContain("checked");
    }

    @Test
    void people_with_any_name_send_an_application_and_get_a_number_to_read_out() {
        for (var applicant : new SomeApplicant[] {
            SomeApplicant.nadezhda("nadezhda@example.org"),
            SomeApplicant.layla("layla@example.org"),
            SomeApplicant.suharto("single@example.org")
        }) {
            var visitor = applicant.submitted(port);

            var reference = visitor.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");

            assertThat(Reference.parse(reference)).isPresent();
        }
    }

    @Test
    void pressing_send_twice_sends_once() {
        var visitor = SomeApplicant.nadezhda("twice@example.org").drafted(port);
        visitor.get("/apply/review");

        visitor.post("/apply/submit", Map.of("declared", "yes"));
        var first = visitor.get("/apply/sent").text();
        visitor.post("/apply/submit", Map.of("declared", "yes"));

        assertThat(visitor.get("/apply/sent").text()).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from journal where deed = 'SUBMITTED' and case_id in "
                                + "(select id from application where reference = :reference)")
                        .param(
                                "reference",
                                Reference.parse(reference(first)).orElseThrow().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_sent_without_the_declaration() {
        var visitor = SomeApplicant.nadezhda("undeclared@example.org").drafted(port);
        visitor.get("/apply/review");

        var answer = visitor.post("/apply/submit", Map.of());

        assertThat(answer.text()).contains("Tick the declaration before you send the application");
        assertThat(visitor.get("/apply").path()).isEqualTo("/apply");
    }

    @Test
    void an_unfinished_draft_is_not_sent() {
        var visitor = Visitor.asPerson(port, "unfinished@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());

        var answer = visitor.post("/apply/submit", Map.of("declared", "yes"));

        assertThat(answer.path()).isEqualTo("/apply/review");
        assertThat(answer.text()).contains("Some parts are still open");
    }

    @Test
    void the_passports_lines_fill_the_fields_beside_them() {
        var visitor = starting("fills@example.org");
        visitor.get("/apply/questions/passport");

        var filled = visitor.post(
                "/apply/questions/passport",
                Map.of(
                        "fill",
                        "yes",
                        "passport.mrz",
                        SomeApplicant.layla("x@example.org").lines()));

        assertThat(filled.text()).contains("We filled the fields below");
        var number = SomeApplicant.layla("x@example.org").documentNumber();
        assertThat(filled.body()).contains("value=\"" + number + "\"", "value=\"MIRAN\"", "value=\"LAYLA NUR\"");
        assertThat(visitor.get("/apply/questions/passport").body()).doesNotContain(number);
    }

    @Test
    void a_wrong_check_digit_is_named_with_its_place_and_nothing_typed_is_lost() {
        var visitor = starting("digit@example.org");
        visitor.get("/apply/questions/passport");
        var layla = SomeApplicant.layla("x@example.org");
        var number = layla.documentNumber();
        var wrong = number.substring(0, 8) + (number.endsWith("7") ? "8" : "7");
        var fields = new LinkedHashMap<>(layla.pages().get("passport"));
        fields.computeIfPresent("passport.mrz", (_, lines) -> lines.replace(number, wrong));
        fields.put("passport.number", wrong);

        var answer = visitor.post("/apply/questions/passport", fields);

        assertThat(answer.text()).contains("does not fit its check digit in line 2");
        assertThat(answer.body()).contains(wrong);
    }

    @Test
    void lines_that_differ_from_the_fields_are_pointed_out() {
        var visitor = starting("differs@example.org");
        visitor.get("/apply/questions/passport");
        var fields =
                new LinkedHashMap<>(SomeApplicant.layla("x@example.org").pages().get("passport"));
        fields.put("passport.given", "LAYLA");

        var answer = visitor.post("/apply/questions/passport", fields);

        assertThat(answer.text()).contains("The lines say “LAYLA NUR”");
    }

    @Test
    void a_date_of_birth_tomorrow_is_refused_in_words() {
        var visitor = starting("tomorrow@example.org");
        visitor.get("/apply/questions/birth");
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var fields =
                new LinkedHashMap<>(SomeApplicant.layla("x@example.org").pages().get("birth"));
        fields.put("birth_date.day", String.valueOf(tomorrow.getDayOfMonth()));
        fields.put("birth_date.month", String.valueOf(tomorrow.getMonthValue()));
        fields.put("birth_date.year", String.valueOf(tomorrow.getYear()));

        var answer = visitor.post("/apply/questions/birth", fields);

        assertThat(answer.body()).contains("govuk-error-message");
        assertThat(answer.text()).contains("This date is still to come");
        assertThat(visitor.get("/apply/questions/birth").body())
                .as("what was right is saved")
                .contains("Lindow");
    }

    @Test
    void two_windows_never_overwrite_each_other_unseen() {
        var visitor = starting("windows@example.org");
        var first = visitor.get("/apply/questions/residence");
        visitor.post("/apply/questions/residence", Map.of("residence", "XER", "seen.residence", seen(first)));

        var second =
                visitor.post("/apply/questions/residence", Map.of("residence", "XLI", "seen.residence", seen(first)));

        assertThat(second.text()).contains("You saved another answer in a different window", "Erewhon");
        assertThat(second.body()).contains("value=\"XLI\" selected");
        assertThat(visitor.get("/apply/questions/residence").body()).contains("value=\"XER\" selected");

        visitor.post("/apply/questions/residence", Map.of("residence", "XLI", "seen.residence", seen(second)));
        assertThat(visitor.get("/apply/questions/residence").body()).contains("value=\"XLI\" selected");
    }

    @Test
    void a_form_token_stolen_from_another_session_opens_nothing() {
        var victim = starting("victim@example.org");
        var thief = starting("thief@example.org");
        victim.get("/apply/questions/residence");

        var answer = victim.post("/apply/questions/residence", Map.of("residence", "XER", "_csrf", thief.token()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("This page did not accept the request");
        assertThat(victim.get("/apply/questions/residence").body()).doesNotContain("value=\"XER\" selected");
    }

    @Test
    void a_sent_application_cannot_be_changed_from_an_old_window() {
        var visitor = SomeApplicant.nadezhda("old-window@example.org").submitted(port);

        var answer = visitor.post("/apply/questions/residence", Map.of("residence", "XLI"));

        assertThat(answer.path()).isEqualTo("/home");
    }

    @Test
    void answers_lie_sealed() {
        var applicant = SomeApplicant.nadezhda("sealed@example.org");
        applicant.submitted(port);

        var rows = jdbc.sql("select encode(sealed, 'escape') from answer where sealed is not null")
                .query(String.class)
                .list();

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain("Lindow", "NADEZHDA"));
    }

    private long peopleKnown() {
        return jdbc.sql("select count(*) from keystore.person_key")
                .query(Long.class)
                .single();
    }

    private Visitor checkedEligibility() {
        var visitor = Visitor.at(port);
        visitor.get("/eligibility");
        var pages = SomeApplicant.layla("x@example.org").pages();
        for (var page :
                new String[] {"residence", "forebear", "line-papers", "language", "language-proof", "citizen"}) {
            visitor.post("/eligibility/" + page, pages.get(page));
        }
        return visitor;
    }

    private Visitor starting(String email) {
        var visitor = Visitor.asPerson(port, email);
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        return visitor;
    }

    private static void signIn(Visitor visitor, String email) {
        visitor.get("/demo");
        visitor.post("/demo/person", Map.of("email", email));
    }

    private static String seen(Visitor.Answer page) {
        return page.find("name=\"seen.residence\" value=\"([0-9]+)\"");
    }

    private static String reference(String text) {
        var found =
                java.util.regex.Pattern.compile("UTO [0-9A-Z]{4} [0-9A-Z]{4}").matcher(text);
        if (!found.find()) throw new AssertionError(text);
        return found.group();
    }
}
