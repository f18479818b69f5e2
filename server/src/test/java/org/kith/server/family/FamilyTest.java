package org.kith.server.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.time.AdvancingClock;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;

/// Families whose day is not a good one: each a plain sentence, and nothing lost.
class FamilyTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Vault vault;

    @Autowired
    Clock clock;

    private SomeFamily family;
    private String mail;

    @BeforeEach
    void somebody() {
        family = new SomeFamily(port);
        mail = UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    @Test
    void an_invitation_works_once() {
        var mira = begun("mira-" + mail);
        var link = family.invite(mira, "Ana", "sibling", "ana-" + mail);
        var ana = family.joined(link, "Ana", "ana-" + mail);

        var again = ana.get(link);

        assertThat(ana.get("/family").text()).contains("Mira");
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("This invitation is over");
    }

    @Test
    void an_invitation_that_was_passed_on_shows_nothing() {
        var mira = begun("mira-" + mail);
        var link = family.invite(mira, "Ana", "sibling", "ana-" + mail);
        var stranger = Visitor.asPerson(port, "stranger-" + mail);

        var looked = stranger.get(link);
        var answered = stranger.post("/family/invited", Map.of("answer", "accept", "called", "Ana"));

        assertThat(looked.text())
                .contains("This invitation is for another address")
                .doesNotContain("Mira");
        assertThat(answered.text()).doesNotContain("Mira");
        assertThat(stranger.get("/family").text()).contains("Start a family");
        assertThat(family.joined(link, "Ana", "ana-" + mail).get("/family").text())
                .as("whom it was for")
                .contains("Mira");
    }

    @Test
    void an_invitation_says_nothing_to_whoever_is_not_signed_in() {
        var mira = begun("mira-" + mail);
        var link = family.invite(mira, "Ana", "sibling", "ana-" + mail);

        var answer = Visitor.at(port).get(link);

        assertThat(answer.path()).startsWith("/sign-in");
        assertThat(answer.text()).doesNotContain("Mira");
    }

    @Test
    void an_invitation_is_over_after_fourteen_days_or_once_it_is_taken_back() {
        var mira = begun("mira-" + mail);
        var late = family.invite(mira, "Ana", "sibling", "ana-" + mail);
        var back = family.invite(mira, "Ben", "sibling", "ben-" + mail);
        var form = mira.get("/family").find("action=\"(/family/invitations/[0-9a-f-]+/take-back)\"");
        mira.post(form, Map.of());

        assertThat(Visitor.asPerson(port, "ben-" + mail).get(back).text()).contains("This invitation is over");
        ((AdvancingClock) clock).advanceBy(Duration.ofDays(15));
        assertThat(Visitor.asPerson(port, "ana-" + mail).get(late).text()).contains("This invitation is over");
    }

    @Test
    void whoever_declines_is_not_in_the_family() {
        var mira = begun("mira-" + mail);
        var link = family.invite(mira, "Ana", "sibling", "ana-" + mail);
        var ana = Visitor.asPerson(port, "ana-" + mail);
        ana.get(link);

        var answer = ana.post("/family/invited", Map.of("answer", "decline"));

        assertThat(answer.text()).contains("You declined");
        assertThat(mira.get("/family").text()).doesNotContain("Brother or sister");
    }

    /// Lesson 28: another person's data shows nowhere, nor how far they are.
    @Test
    void no_adult_sees_another_ones_answers_or_progress() {
        var mira = begun("mira-" + mail);
        var ana = family.joined(family.invite(mira, "Ana", "sibling", "ana-" + mail), "Ana", "ana-" + mail);
        var before = mira.get("/family").text();

        SomeApplicant.brenn("ana-" + mail, "Anastasia", "XF2000001", LocalDate.of(1991, 1, 1))
                .drafted(ana);
        family.addsPaper(ana, "forebear-birth-record");
        family.sends(ana);

        assertThat(mira.get("/family").text()).isEqualTo(before);
        assertThat(mira.get("/apply").text()
                        + mira.get("/family/papers").text()
                        + mira.get("/home").text())
                .doesNotContain("Anastasia", "XF2000001", "birth record of");
        assertThat(mira.get("/family/children/" + lastMember().value()).status())
                .isEqualTo(404);
        mira.post("/family/children/" + lastMember().value() + "/act", Map.of());
        assertThat(mira.get("/home").text()).doesNotContain("Anastasia", "You are filling in for");
    }

    @Test
    void an_adult_is_not_added_as_a_child() {
        var mira = begun("mira-" + mail);
        mira.get("/family/child");

        var answer = mira.post("/family/child", SomeFamily.childForm("Ana", today().minusYears(18)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("they are of age, or not born yet");
    }

    @Test
    void an_adults_answers_are_not_sent_as_a_childs() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        family.says(mira, child, "yes");
        family.actsFor(mira, child);
        SomeApplicant.brenn("", "Lea", "XF2000002", LocalDate.of(1990, 1, 1)).drafted(mira);

        mira.get("/apply/review");
        var answer = mira.post("/apply/submit", Map.of("declared", "yes"));

        assertThat(answer.text()).contains("this is no child");
        assertThat(mira.get("/apply").text()).as("nothing is lost").contains("Lea");
        assertThat(stage(child)).isEqualTo(Stage.DRAFT);
    }

    @Test
    void a_child_is_not_sent_with_another_birth_than_the_guardian_gave() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        family.says(mira, child, "yes");
        family.actsFor(mira, child);
        SomeApplicant.brenn("", "Lea", "XF2000003", today().minusYears(8)).drafted(mira);

        mira.get("/apply/review");
        assertThat(mira.post("/apply/submit", Map.of("declared", "yes")).text())
                .contains("is not the one with which you added the child");
    }

    @Test
    void a_minor_does_not_apply_alone() {
        var young = SomeApplicant.brenn("young-" + mail, "Noa", "XF2000004", today().minusYears(16));
        var person = young.drafted(port);

        person.get("/apply/review");

        assertThat(person.post("/apply/submit", Map.of("declared", "yes")).text())
                .contains("A guardian adds you under Family");
    }

    @Test
    void a_guardian_signs_before_sending() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        family.actsFor(mira, child);
        SomeApplicant.brenn("", "Lea", "XF2000005", today().minusYears(9)).drafted(mira);

        mira.get("/apply/review");

        assertThat(mira.post("/apply/submit", Map.of("declared", "yes")).text()).contains("Sign first, under Family");
    }

    /// What was written for one is never saved for another: a form opened before is worth nothing.
    @Test
    void a_form_opened_for_oneself_is_not_saved_for_the_child() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        mira.get("/home");
        mira.post("/apply/start", Map.of());
        mira.get("/apply/questions/name");
        var own = mira.token();
        family.actsFor(mira, child);
        mira.post("/apply/start", Map.of());

        var answer = mira.post(
                "/apply/questions/name", Map.of("name.given", "Mira", "name.passport_given", "MIRA", "_csrf", own));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from answer join application on id = application where person = ?")
                        .param(child.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_guardian_opens_no_door_of_their_own_in_the_childs_name() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        family.actsFor(mira, child);

        assertThat(mira.get("/account").text()).contains("This page is your own");
        assertThat(mira.get("/family").text()).contains("This page is your own");
        family.actsForThemselves(mira);
        assertThat(mira.get("/account").text()).contains("Your ways in");
    }

    /// Lesson 10: each guardian's word counts, and is given apart.
    @Test
    void a_childs_card_waits_for_the_guardian_who_refused() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        var tarik = guardian(mira, child, "tarik-" + mail);
        family.says(mira, child, "yes");
        family.says(tarik, child, "no");
        var one = sentAndConfirmed(mira, child, "XF2000006");

        var castell = opened(one);
        assertThat(castell.get(one.address()).text())
                .as("what a guardian's word is worth")
                .contains("Nobody at a centre has confirmed who they are");
        var refused = approve(castell, one);

        assertThat(refused.text()).contains("A guardian has not agreed");
        assertThat(stage(child)).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(mira.get("/family").text()).contains("A guardian does not agree");

        family.says(tarik, child, "yes");
        approve(castell, one);
        assertThat(stage(child)).isEqualTo(Stage.APPROVAL_PROPOSED);

        family.says(tarik, child, "no");
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get(one.address());
        var page = oriel.post(one.address() + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        var signed = oriel.decide(page.find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());
        assertThat(signed.text()).as("taken back before it was signed").contains("A guardian has not agreed");
    }

    /// Lesson 10: sole custody, by a paper that an officer judges.
    @Test
    void one_guardian_is_enough_once_an_officer_saw_why() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        family.says(mira, child, "yes");
        mira.get("/family/children/" + child.value());
        mira.post("/family/children/" + child.value() + "/exception", Map.of("exception", "sole-custody"));
        family.actsFor(mira, child);
        SomeApplicant.brenn("", "Lea", "XF2000007", today().minusYears(9)).drafted(mira);
        family.addsPaper(mira, "custody-order");
        family.sends(mira);
        var one = cases.confirmed(port, mira, SomeApplicant.brenn("", "Lea", "XF2000007", today().minusYears(9)));
        var castell = opened(one);

        assertThat(approve(castell, one).text()).contains("A guardian has not agreed");
        assertThat(castell.get(one.address()).text()).contains("One guardian, because:");
        castell.post(one.address() + "/exception", Map.of("shown", "true"));
        approve(castell, one);

        assertThat(stage(child)).isEqualTo(Stage.APPROVAL_PROPOSED);
        family.actsForThemselves(mira);
        assertThat(mira.get("/family").text()).contains("The guardians agree");
    }

    @Test
    void a_guardian_who_only_signs_sees_no_answers() {
        var mira = begun("mira-" + mail);
        var child = family.child(mira, "Lea", today().minusYears(9));
        var tarik = guardian(mira, child, "tarik-" + mail);

        tarik.post("/family/children/" + child.value() + "/act", Map.of());

        assertThat(tarik.get("/family/children/" + child.value()).status()).isEqualTo(404);
        assertThat(tarik.get("/home").text()).doesNotContain("You are filling in for");
        assertThat(tarik.get("/family").text()).contains("Lea").doesNotContain("Mira");
    }

    /// Lesson 33, and its other side: what is shared can be taken back until it is decided.
    @Test
    void a_paper_that_is_no_longer_shared_is_missing_again() {
        var mira = begun("mira-" + mail);
        family.addsPaper(mira, "forebear-birth-record");
        var ana = family.joined(family.invite(mira, "Ana", "sibling", "ana-" + mail), "Ana", "ana-" + mail);
        var sister = lastMember();
        family.shares(mira, sister, "share");
        var who = SomeApplicant.brenn("ana-" + mail, "Ana", "XF2000008", LocalDate.of(1991, 1, 1));
        who.drafted(ana);
        family.shares(mira, sister, "end");

        assertThat(ana.get("/apply").text()).contains("No longer shared: this paper is missing again");

        family.sends(ana);
        var one = cases.confirmed(port, ana, who);
        assertThat(approve(opened(one), one).text()).contains("A relative’s paper does not serve here");
    }

    /// DESIGN.md §7.16: what was verified lies under the key of the one whom it serves.
    @Test
    void what_was_verified_serves_on_when_its_owner_is_erased() {
        var who = SomeApplicant.brenn("mira-" + mail, "Mira", "XF2000010", LocalDate.of(1988, 1, 1));
        var mira = who.drafted(port);
        family.begin(mira, "Mira");
        family.addsPaper(mira, "forebear-birth-record");
        var ana = family.joined(family.invite(mira, "Ana", "sibling", "ana-" + mail), "Ana", "ana-" + mail);
        var sister = lastMember();
        family.shares(mira, sister, "share");
        SomeApplicant.brenn("ana-" + mail, "Ana", "XF2000011", LocalDate.of(1991, 1, 1))
                .drafted(ana);
        family.sends(mira);
        var one = cases.confirmed(port, mira, who);
        var document = jdbc.sql("select id::text from document where application = ?")
                .param(one.id().value())
                .query(String.class)
                .single();
        opened(one).post(one.address() + "/papers/" + document + "/verify", Map.of("fact", "Born in Amaurot."));
        assertThat(ana.get("/apply").text()).contains("Verified in this family’s case on");

        vault.erase(applications.find(one.id()).orElseThrow().person());

        assertThat(ana.get("/apply").text()).contains("Verified in this family’s case on");
        assertThat(ana.get("/family").text()).contains("Ana").doesNotContain("Mira");
    }

    @Test
    void a_spouse_who_leaves_keeps_their_own_and_shares_nothing_more() {
        var mira = begun("mira-" + mail);
        family.addsPaper(mira, "forebear-birth-record");
        var tarik = family.joined(family.invite(mira, "Tarik", "spouse", "tarik-" + mail), "Tarik", "tarik-" + mail);
        family.shares(mira, lastMember(), "share");
        SomeApplicant.brenn("tarik-" + mail, "Tarik", "XF2000009", LocalDate.of(1986, 1, 1))
                .drafted(tarik);

        tarik.get("/family");
        tarik.post("/family/leave", Map.of());

        assertThat(tarik.get("/apply").text()).contains("No longer shared");
        assertThat(tarik.get("/apply/review").text()).contains("Tarik");
        assertThat(mira.get("/family").text()).doesNotContain("Tarik");
        assertThat(tarik.get("/family").text()).contains("Start a family");
    }

    @Test
    void whoever_leaves_takes_along_the_children_they_act_for() {
        var mira = begun("mira-" + mail);
        var ana = family.joined(family.invite(mira, "Ana", "sibling", "ana-" + mail), "Ana", "ana-" + mail);
        var child = family.child(ana, "Noa", today().minusYears(7));

        ana.get("/family");
        ana.post("/family/leave", Map.of());

        assertThat(ana.get("/family").text()).contains("Noa").doesNotContain("Mira");
        assertThat(mira.get("/family").text()).doesNotContain("Noa", "Ana");
        family.actsFor(ana, child);
        assertThat(ana.get("/home").text()).contains("You are filling in for Noa");
    }

    @Test
    void a_draft_that_is_deleted_leaves_the_family_and_what_others_were_shown_verified() {
        var mira = begun("mira-" + mail);
        family.addsPaper(mira, "forebear-birth-record");
        family.joined(family.invite(mira, "Ana", "sibling", "ana-" + mail), "Ana", "ana-" + mail);
        family.shares(mira, lastMember(), "share");

        mira.get("/apply/delete");
        mira.post("/apply/delete", Map.of());

        assertThat(mira.get("/family").text()).contains("Mira", "Ana");
        assertThat(mira.get("/family/papers").text()).contains("You have added no such paper");
    }

    private Visitor begun(String email) {
        var person = Visitor.asPerson(port, email);
        person.get("/home");
        person.post("/apply/start", Map.of());
        family.begin(person, "Mira");
        return person;
    }

    private Visitor guardian(Visitor mira, PersonId child, String email) {
        var link = family.askGuardian(mira, child, email);
        var other = Visitor.asPerson(port, email);
        other.get(link);
        other.post("/family/invited", Map.of("answer", "accept"));
        return other;
    }

    private SomeCase.Opened sentAndConfirmed(Visitor guardian, PersonId child, String number) {
        var who = SomeApplicant.brenn("", "Lea", number, today().minusYears(9));
        family.actsFor(guardian, child);
        who.drafted(guardian);
        family.sends(guardian);
        var one = cases.confirmed(port, guardian, who);
        family.actsForThemselves(guardian);
        return one;
    }

    private Visitor opened(SomeCase.Opened one) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(one.address() + "/take", Map.of());
        castell.get(one.address());
        castell.post(one.address() + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }

    private static Visitor.Answer approve(Visitor castell, SomeCase.Opened one) {
        castell.get(one.address());
        return castell.decide(
                one.address() + "/decide",
                Map.of("verdict", "approve", "ground", "descent", "reason", "The papers show it."));
    }

    private Stage stage(PersonId person) {
        return applications.openOf(person).orElseThrow().stage();
    }

    private PersonId lastMember() {
        return jdbc.sql("select person from family_member order by joined_at desc limit 1")
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
