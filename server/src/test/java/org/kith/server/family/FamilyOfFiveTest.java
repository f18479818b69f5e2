package org.kith.server.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.card.Cards;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Subject;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

/// A mother, her husband, her sister and two children apply, and are decided with one set of the grandmother's papers
/// (lesson 33). Each adult uses a browser and an account of their own; the children's guardians sign apart (lesson 10).
class FamilyOfFiveTest extends ServerTest {
    private static final String FACT = "Elza Varga was born in Amaurot in 1931.";

    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Cards cards;

    @Autowired
    Decisions decisions;

    @Autowired
    Clock clock;

    @Test
    void a_family_of_five_is_decided_with_one_set_of_the_ancestors_papers() {
        var family = new SomeFamily(port);
        var mira = SomeApplicant.brenn("five-mira@example.org", "Mira", "XF1000001", LocalDate.of(1988, 3, 1));
        var tarik = SomeApplicant.brenn("five-tarik@example.org", "Tarik", "XF1000002", LocalDate.of(1986, 7, 9));
        var ana = SomeApplicant.brenn("five-ana@example.org", "Ana", "XF1000003", LocalDate.of(1991, 11, 30));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var lea = SomeApplicant.brenn("", "Lea", "XF1000004", today.minusYears(9));
        var ido = SomeApplicant.brenn("", "Ido", "XF1000005", today.minusYears(5));

        // The mother begins, adds her children, and invites the others.
        var mother = mira.drafted(port);
        family.begin(mother, "Mira");
        var girl = family.child(mother, "Lea", lea.born());
        var boy = family.child(mother, "Ido", ido.born());
        var father = family.joined(family.invite(mother, "Tarik", "spouse", tarik.email()), "Tarik", tarik.email());
        var sister = family.joined(family.invite(mother, "Ana", "sibling", ana.email()), "Ana", ana.email());

        // Each guardian signs apart.
        for (var child : List.of(girl, boy)) {
            family.says(mother, child, "yes");
            father.get(family.askGuardian(mother, child, tarik.email()));
            father.post("/family/invited", Map.of("answer", "accept"));
            family.says(father, child, "yes");
        }
        assertThat(mother.get("/family").text()).contains("The guardians agree").doesNotContain("has still to agree");

        // The one set of the grandmother's papers, for everyone who descends from her.
        family.addsPaper(mother, "birth-record");
        family.addsPaper(mother, "forebear-birth-record");
        family.shares(mother, personOf(sister, ana), "share");
        family.shares(mother, girl, "share");
        family.shares(mother, boy, "share");
        ana.drafted(sister);
        tarik.drafted(father);
        family.addsPaper(sister, "birth-record");
        family.addsPaper(father, "school-letter");
        assertThat(sister.get("/apply").text()).contains("Not checked by an officer yet");

        // Everyone sends their own; the mother sends the children's.
        var five = new java.util.ArrayList<SomeCase.Opened>();
        family.sends(mother);
        five.add(cases.confirmed(port, mother, mira));
        family.sends(sister);
        five.add(cases.confirmed(port, sister, ana));
        family.sends(father);
        five.add(cases.confirmed(port, father, tarik));
        for (var child : List.of(lea, ido)) {
            family.actsFor(mother, child.equals(lea) ? girl : boy);
            assertThat(mother.get("/home").text()).contains("You are filling in for " + child.given());
            child.drafted(mother);
            family.addsPaper(mother, "birth-record");
            family.sends(mother);
            five.add(cases.confirmed(port, mother, child));
            family.actsForThemselves(mother);
        }

        // The officer verifies the grandmother's record once, in the mother's case.
        var castell = Visitor.asOfficer(port, "caseworker");
        opened(castell, five.getFirst());
        var paper = documentOf(five.getFirst(), "forebear-birth-record");
        castell.post(five.getFirst().address() + "/papers/" + paper + "/verify", Map.of("fact", FACT));

        for (var one : five) {
            var ground = one.equals(five.get(2)) ? "culture" : "descent";
            var page = castell.get(one.address());
            if (!page.body().contains("/decide")) page = opened(castell, one);
            assertThat(page.text()).as("the family's number").contains("Family F ");
            if (!one.equals(five.getFirst()) && !one.equals(five.get(2))) {
                assertThat(page.text()).contains("Verified in this family’s case on", FACT);
            }
            castell.decide(
                    one.address() + "/decide",
                    Map.of("verdict", "approve", "ground", ground, "reason", "The papers show the line."));
            signed(one);
            assertThat(applications.find(one.id()).orElseThrow().stage()).isEqualTo(Stage.APPROVED);
            soon(() -> cards.of(one.id()).isPresent());
        }

        var records = "select count(*) from document where evidence = 'forebear-birth-record'"
                + " and application in (:applications)";
        assertThat(jdbc.sql(records)
                        .param(
                                "applications",
                                five.stream().map(one -> one.id().value()).toList())
                        .query(Integer.class)
                        .single())
                .as("one set of the ancestor's papers")
                .isEqualTo(1);
        assertThat(five).allSatisfy(one -> assertThat(lookedAt(one)).isNotEmpty());
        assertThat(lookedAt(five.get(3))).contains("forebear-birth-record");
        assertThat(sister.get("/family/papers").text()).contains("A decision rests on it");

        family.shares(mother, girl, "end");
        assertThat(castell.get(five.get(3).address()).text())
                .as("a decision stands with what it rests on")
                .contains("A decision rests on it", FACT);
    }

    private Visitor.Answer opened(Visitor castell, SomeCase.Opened one) {
        castell.get("/desk/cases");
        castell.post(one.address() + "/take", Map.of());
        castell.get(one.address());
        return castell.post(one.address() + "/open", Map.of("purpose", "DECISION"));
    }

    private void signed(SomeCase.Opened one) {
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get(one.address());
        var page = oriel.post(one.address() + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        oriel.decide(page.find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());
    }

    private List<String> lookedAt(SomeCase.Opened one) {
        return decisions.about(Subject.of(one.id())).stream()
                .flatMap(decision -> decisions.words(decision).stream())
                .flatMap(words -> words.lookedAt().stream())
                .toList();
    }

    private String documentOf(SomeCase.Opened one, String evidence) {
        return jdbc.sql("select id::text from document where application = :application and evidence = :evidence")
                .param("application", one.id().value())
                .param("evidence", evidence)
                .query(String.class)
                .single();
    }

    private PersonId personOf(Visitor person, SomeApplicant who) {
        person.get("/family");
        return jdbc.sql("select person from family_member where kind = 'ADULT' order by joined_at desc limit 1")
                .query(java.util.UUID.class)
                .optional()
                .map(PersonId::new)
                .orElseThrow(() -> new AssertionError(who.given() + " is in no family"));
    }

    private static void soon(BooleanSupplier there) {
        for (var tries = 0; tries < 100 && !there.getAsBoolean(); tries++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
