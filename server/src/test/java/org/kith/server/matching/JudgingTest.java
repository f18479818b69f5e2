package org.kith.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Look;
import org.kith.server.audit.LookPurpose;
import org.kith.server.audit.Looks;
import org.kith.server.audit.OfficerRole;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.matching.JudgingResult.SecondOfficerNeeded;
import org.kith.server.matching.SomeMatch.Pair;
import org.springframework.beans.factory.annotation.Autowired;

/// A possible duplicate waits for a person, who sees no more of anybody than they need.
class JudgingTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    SomeCard someCard;

    @Autowired
    Applications applications;

    @Autowired
    Matches matches;

    @Autowired
    Judging judging;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Looks looks;

    @Autowired
    Clock clock;

    private SomeMatch some;

    @BeforeEach
    void some() {
        some = new SomeMatch(port, cases, applications, matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "refuse"})
    void nothing_is_decided_before_somebody_judged(String verdict) {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);

        var page = castell.get(pair.own().address());
        var decided = some.decides(
                castell,
                pair.own(),
                Map.of("verdict", verdict, "ground", "descent", "reason", "It is so.", "cure", "Another record."));

        assertThat(page.text())
                .contains("Is this person here already?", "not judged yet")
                .doesNotContain("Mirabella");
        assertThat(page.body()).contains("<a class=\"govuk-link\" href=\"#matches\">Somebody has to judge first");
        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.text()).contains("Somebody has to judge first whether this person is here already");
        assertThat(stage(pair.own())).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void asking_for_more_does_not_wait() {
        var pair = pair();

        some.decides(some.at(pair.own(), "caseworker", 1), pair.own(), more("missing"));

        assertThat(stage(pair.own())).isEqualTo(Stage.MORE_ASKED);
    }

    @Test
    void the_other_is_masked_until_an_officer_says_that_they_compare() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);

        var masked = castell.get(pair.page());
        var photo = castell.get(pair.page() + "/photo");
        var without = castell.post(pair.page() + "/open", Map.of());
        assertThat(photo.status()).isEqualTo(404);
        var opened = castell.post(pair.page() + "/open", Map.of("purpose", "DUPLICATE_CHECK"));

        assertThat(masked.text())
                .contains("ANA VARGA", "M••••", "Same", "Differs", "It is masked")
                .doesNotContain(
                        "MIRABELLA",
                        "Mirabella",
                        "SOREL",
                        reference(pair.other().id()));
        assertThat(without.text()).contains("Say that you open it to compare").doesNotContain("MIRABELLA");
        assertThat(opened.text())
                .contains("MIRABELLA SOREL", reference(pair.other().id()))
                .doesNotContain("It is masked");
        assertThat(some.at(pair.own(), "caseworker", 2).get(pair.page()).text()).contains("M••••");
    }

    @Test
    void whoever_was_compared_learns_of_it_once_it_is_judged_and_then_by_the_month() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);
        castell.get(pair.page());
        castell.post(pair.page() + "/open", Map.of("purpose", "DUPLICATE_CHECK"));

        assertThat(comparisons(pair)).isEmpty();
        some.judges(castell, pair, "CANNOT_TELL");
        assertThat(comparisons(pair)).isEmpty();
        some.judges(castell, pair, "ANOTHER");

        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        assertThat(comparisons(pair))
                .singleElement()
                .satisfies(look -> assertThat(look.day()).isEqualTo(first));
        var month = first.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH));
        assertThat(pair.theirs().get("/looks").body())
                .contains("To compare for a check")
                .contains("<span>" + month + " ·");
        assertThat(pair.theirs().reading("ar").get("/looks").text()).contains("للمقارنة في فحص");
    }

    @Test
    void a_judgement_on_somebody_else_shows_no_look() {
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        var theirs = mira.submitted(port);
        var other = some.application(theirs);
        var two = some.takenUp(cases.confirmed(port, someone("Ana").withPassportOf(mira)));
        var three = some.takenUp(cases.confirmed(port, someone("Lea").withPassportOf(mira)));
        var first = new Pair(two, other, theirs, between(two, other.id()));
        var second = new Pair(three, other, theirs, between(three, other.id()));
        var castell = some.at(two, "caseworker", 1);
        castell.get(first.page());
        castell.post(first.page() + "/open", Map.of("purpose", "DUPLICATE_CHECK"));

        some.judges(some.at(three, "caseworker", 1), second, "ANOTHER");

        assertThat(comparisons(first)).isEmpty();
    }

    @Test
    void two_people_with_one_passport_are_told_apart_and_nothing_follows() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);

        var judged = some.judges(castell, pair, "ANOTHER");
        some.approves(castell, pair.own());

        assertThat(judged.text()).contains("They are two people", "Their mothers are not the same.");
        assertThat(castell.get(pair.own().address()).text()).contains("Judged: another person");
        assertThat(stage(pair.own())).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void whoever_applied_before_and_withdrew_is_judged_the_same_and_loses_nothing() {
        var pair = pair();
        pair.theirs().get("/home/withdraw");
        pair.theirs().post("/home/withdraw", Map.of());
        var castell = some.at(pair.own(), "caseworker", 1);

        var judged = some.judges(castell, pair, "SAME");
        some.approves(castell, pair.own());

        assertThat(judged.text()).contains("They applied before, and that application is over", "Withdrawn");
        assertThat(stage(pair.own())).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void whoever_has_a_card_that_stands_gets_no_second_one_until_it_is_over() {
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        var holder = someCard.holder(port, mira);
        var own = some.takenUp(cases.confirmed(port, someone("Ana").withPassportOf(mira)));
        var other = applications.find(holder.card().application()).orElseThrow();
        var pair = new Pair(own, other, holder.visitor(), some.found(own));
        var castell = some.at(own, "caseworker", 1);

        var judged = some.judges(castell, pair, "SAME");
        var refused = some.approves(castell, own);
        jdbc.sql("update card set stage = 'REVOKED' where id = ?")
                .param(holder.card().id().value())
                .update();
        some.approves(castell, own);

        assertThat(judged.text()).contains("Their other application was approved", "Ask the person");
        assertThat(refused.text()).contains("This person has a card that stands");
        assertThat(stage(own)).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void of_two_that_run_the_person_says_which_goes_on() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);
        var judged = some.judges(castell, pair, "SAME");

        var form = castell.get(pair.page() + "/ask");
        some.decides(castell, pair.own(), more("which-one"));

        assertThat(judged.text()).contains("They have another application under way");
        assertThat(form.body()).containsPattern("value=\"which-one\"[^>]* checked");
        var message = pair.own().person().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
        assertThat(pair.own().person().get(message).text())
                .contains("You may have sent more than one application.")
                .doesNotContain(reference(pair.other().id()));
    }

    @Test
    void who_cannot_tell_asks_and_who_still_cannot_tell_holds_no_doubt_against_the_person() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);
        some.judges(castell, pair, "CANNOT_TELL");

        assertThat(some.approves(castell, pair.own()).text()).contains("Ask the person first");
        assertThat(castell.get(pair.page() + "/ask").body())
                .containsPattern("value=\"tell-apart\"[^>]* checked")
                .containsPattern("value=\"passport\"[^>]* checked");
        some.decides(castell, pair.own(), more("tell-apart"));
        var message = pair.own().person().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
        assertThat(pair.own().person().get(message).text())
                .contains("We want to be sure that we do not take you for somebody else.")
                .doesNotContain("Mirabella", reference(pair.other().id()));
        pair.own().person().post(message, Map.of("words", "I have a sister."));

        assertThat(some.approves(castell, pair.own()).text()).contains("Somebody has to judge first");
        some.judges(castell, pair, "CANNOT_TELL");
        some.approves(castell, pair.own());
        assertThat(stage(pair.own())).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void of_two_officers_who_judge_at_once_the_second_reads_what_the_first_found() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);
        var varga = some.at(pair.own(), "caseworker", 2);
        varga.get(pair.page());

        some.judges(castell, pair, "ANOTHER");
        var second = varga.post(
                pair.page() + "/judge", Map.of("verdict", "SAME", "reason", "The faces are one.", "seen", ""));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .contains(
                        "Another officer judged it meanwhile", "Their mothers are not the same.", "The faces are one.");
        assertThat(some.judgements(pair.match())).hasSize(1);
        some.judges(varga, pair, "SAME");
        assertThat(some.judgements(pair.match()))
                .extracting(MatchJudgement::verdict)
                .containsExactly(MatchVerdict.SAME, MatchVerdict.ANOTHER);
    }

    @Test
    void in_a_withdrawn_case_nothing_is_judged() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);
        castell.get(pair.page());
        pair.own().person().get("/home/withdraw");
        pair.own().person().post("/home/withdraw", Map.of());

        var answer = castell.post(
                pair.page() + "/judge", Map.of("verdict", "SAME", "reason", "The faces are one.", "seen", ""));

        assertThat(answer.text()).contains("There is nothing to judge here any more");
        assertThat(matches.find(pair.match().id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void what_is_found_after_a_proposal_stops_the_second_signature() {
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        var own = some.takenUp(cases.confirmed(port, mira));
        some.approves(some.at(own, "caseworker", 1), own);
        assertThat(stage(own)).isEqualTo(Stage.APPROVAL_PROPOSED);

        someone("Ana").withPassportOf(mira).submitted(port);
        some.found(own);
        var oriel = some.at(own, "supervisor", 1);
        var sign = oriel.get(own.address()).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\"");

        assertThat(oriel.post(sign, Map.of()).text()).contains("Somebody has to judge first");
        assertThat(stage(own)).isEqualTo(Stage.APPROVAL_PROPOSED);
    }

    @Test
    void whoever_was_told_apart_on_less_is_judged_anew() {
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        mira.submitted(port);
        var namesake = new SomeApplicant(
                email(),
                "Mirabella",
                "Sorel",
                "MIRABELLA",
                "SOREL",
                SomeApplicant.passport("XT", email()),
                mira.born());
        var sent = namesake.submitted(port);
        var application = some.application(sent);
        SomeMatch.soon(() -> !matches.of(application.id()).isEmpty());
        var before = matches.of(application.id()).getFirst();
        judging.judge(
                before.id(),
                application.id(),
                null,
                MatchVerdict.ANOTHER,
                "Two towns.",
                new Actor.Officer(UUID.randomUUID(), OfficerRole.CASEWORKER, null));
        assertThat(matches.find(before.id()).orElseThrow().isOpen()).isFalse();

        var confirmed = cases.confirmed(port, sent, namesake.withPassportOf(mira));
        assertThat(stage(confirmed)).isEqualTo(Stage.IDENTITY_CONFIRMED);

        SomeMatch.soon(() -> matches.find(before.id()).orElseThrow().isOpen());
        assertThat(matches.find(before.id()).orElseThrow().kinds()).containsExactlyInAnyOrder(MatchKind.values());
    }

    @Test
    void whoever_confirmed_the_identity_may_not_judge() {
        var pair = pair();
        var registrar = checks.lastOf(applications.find(pair.own().id()).orElseThrow())
                .orElseThrow()
                .officer();

        var result = judging.judge(
                pair.match().id(),
                pair.own().id(),
                null,
                MatchVerdict.ANOTHER,
                "I saw her.",
                new Actor.Officer(registrar, OfficerRole.CASEWORKER, null));

        assertThat(result).isInstanceOf(SecondOfficerNeeded.class);
    }

    @Test
    void a_judgement_has_a_verdict_and_a_reason_and_nothing_is_preset() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);

        assertThat(castell.get(pair.page()).body()).doesNotContainPattern("<input[^>]* checked");
        var empty = castell.post(pair.page() + "/judge", Map.of());
        var half = castell.post(
                pair.page() + "/judge", Map.of("verdict", "PERHAPS", "reason", "<b>one</b>", "seen", "nonsense"));

        assertThat(empty.text()).contains("Choose what you found", "Say what you rest it on");
        assertThat(half.text()).contains("Choose what you found", "<b>one</b>");
        assertThat(half.body()).doesNotContain("<b>one</b>");
        assertThat(some.judgements(pair.match())).isEmpty();
    }

    @Test
    void nobody_compares_without_a_case_of_the_two_open_before_them() {
        var pair = pair();
        var stranger = cases.confirmed(port, someone("Lea"));
        var castell = Visitor.asOfficer(port, "caseworker");
        var elsewhere = some.at(stranger, "caseworker", 2);
        var path = stranger.address() + "/matches/" + pair.match().id().value();

        assertThat(castell.get(pair.page()).text()).contains("Why do you open this?");
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        assertThat(elsewhere
                        .post(path + "/open", Map.of("purpose", "DUPLICATE_CHECK"))
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.get(path + "/photo").status()).isEqualTo(404);
        assertThat(Visitor.asOfficer(port, "registrar").get(pair.page()).status())
                .isEqualTo(403);
        assertThat(pair.own().person().get(pair.page()).path()).startsWith("/staff/sign-in");
    }

    @Test
    void whoever_has_an_interest_in_the_other_does_not_compare() {
        var pair = pair();
        var castell = some.at(pair.own(), "caseworker", 1);
        castell.get(pair.page());
        var id = jdbc.sql("select officer from casework where application = ?")
                .param(pair.own().id().value())
                .query(UUID.class)
                .single();
        jdbc.sql("insert into conflict (officer, person, declared_by, declared_at) values (?, ?, ?, now())")
                .params(List.of(id, pair.other().person().value(), id))
                .update();

        var seen = castell.get(pair.page());
        var opened = castell.post(pair.page() + "/open", Map.of("purpose", "DUPLICATE_CHECK"));

        assertThat(seen.text()).contains("You have an interest here");
        assertThat(opened.text()).contains("You have an interest here").doesNotContain("SOREL");
        assertThat(castell.get(pair.own().address()).text()).contains("Is this person here already?");
    }

    @Test
    void the_photos_of_both_lie_side_by_side_once_opened() {
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        var other = cases.confirmed(port, mira);
        var own = some.takenUp(cases.confirmed(port, someone("Ana").withPassportOf(mira)));
        var pair = new Pair(own, applications.find(other.id()).orElseThrow(), other.person(), between(own, other.id()));
        var castell = some.at(own, "caseworker", 1);
        castell.get(pair.page());

        var opened = castell.post(pair.page() + "/open", Map.of("purpose", "DUPLICATE_CHECK"));

        assertThat(opened.body()).contains(pair.page() + "/photo", own.address() + "/photo");
        assertThat(castell.get(pair.page() + "/photo").headers().get("content-type"))
                .containsExactly("image/jpeg");
    }

    private List<Look> comparisons(Pair pair) {
        return looks.of(pair.other().person()).stream()
                .filter(look -> look.purpose() == LookPurpose.DUPLICATE_CHECK)
                .toList();
    }

    private Pair pair() {
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        return some.pair(mira, someone("Ana").withPassportOf(mira));
    }

    private Match between(Opened own, ApplicationId other) {
        SomeMatch.soon(() -> matches.of(own.id()).stream()
                .anyMatch(match -> match.besides(own.id()).equals(Optional.of(other))));
        return matches.of(own.id()).stream()
                .filter(match -> match.besides(own.id()).equals(Optional.of(other)))
                .findFirst()
                .orElseThrow();
    }

    private String reference(ApplicationId id) {
        return applications
                .find(id)
                .orElseThrow()
                .filedReference()
                .orElseThrow()
                .printed();
    }

    private Stage stage(Opened own) {
        return applications.find(own.id()).orElseThrow().stage();
    }

    private static Map<String, String> more(String why) {
        return Map.of("verdict", "more", "why", why, "questions", "passport", "reason", "");
    }

    private static SomeApplicant someone(String given) {
        return SomeApplicant.inLatin(email(), given, "Varga");
    }

    private static String email() {
        return "judge-" + UUID.randomUUID() + "@example.org";
    }
}
