package org.kith.server.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.SomeVersion;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Journal;
import org.kith.server.audit.JournalPage;
import org.kith.server.decision.Finding;
import org.kith.server.decision.Obstacle;
import org.kith.server.decision.Requirement;
import org.kith.server.identity.IdentityConfirmed;
import org.kith.server.inquiry.SomeRegister.Manner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Lessons rows 13 and 21: whatever another office says or does not say, a person decides what to make of it, and each
/// finding has its source, its day and what the source can know.
class CheckTest extends ServerTest {
    private static final SomeRegister REGISTER = new SomeRegister();

    @TempDir
    private static Path folder;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Applications applications;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private AskRecipients asking;

    @Autowired
    private List<Obstacle> obstacles;

    @Autowired
    private Journal journal;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void arcadia(DynamicPropertyRegistry registry) {
        new SomeVersion("arcadia", folder)
                .with("checks.yaml", "https://register.arcadia.example/lookup", REGISTER.url())
                .with(
                        "checks.yaml",
                        "PCKjWoOj52SsXiwwWLZtaqiZqN8NNixlXyhSKqAF2II.Io6ubLH23LrEdNqnhUhFUY_K3WwUfs3FITswotsAey8",
                        REGISTER.key());
        registry.add("kith.programme", folder::toString);
        registry.add("kith.check-hosts", () -> "localhost");
        registry.add("kith.check-time", () -> "3s");
    }

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @Test
    void an_office_that_answers_is_asked_once_the_identity_is_confirmed_and_gets_what_the_pack_lists_alone() {
        REGISTER.manner = Manner.ANSWERS;
        var layla = confirmed();

        var found = awaited(layla);

        assertThat(found.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(found.words())
                .isEqualTo(new Found.Words("One entry agrees.", "Register of citizens, volume 12", "2026-11-01"));
        assertThat(REGISTER.lastAsked)
                .contains("\"name\"", "\"birth_date\"", "\"1991-05-03\"", "article 12")
                .doesNotContain(
                        "L898902C3",
                        layla.id().toString(),
                        layla.person().value().toString())
                .doesNotContain(layla.filedReference().orElseThrow().value());
        var entries = journal.of(layla.person(), JournalPage.START, 20).entries();
        assertThat(entries).extracting(entry -> entry.deed()).contains(Deed.CHECK_ASKED, Deed.CHECK_ANSWERED);
        var asked = entries.stream()
                .filter(entry -> entry.deed() == Deed.CHECK_ASKED)
                .findFirst()
                .orElseThrow();
        assertThat(journal.details(asked.id()).orElseThrow().values())
                .containsEntry(Detail.RECIPIENT, "recipient.register")
                .containsEntry(Detail.PURPOSE, "purpose.check.register");
        assertThat(stands(layla)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HANGS, NO_ANSWER",
        "DRIPS, NO_ANSWER",
        "ANSWERS_FOR_ANOTHER_CASE, ANOTHER_CASE",
        "SIGNED_BY_SOMEBODY_ELSE, NOT_GENUINE",
        "NOT_SIGNED, UNREADABLE",
        "SENDS_ELSEWHERE, REFUSED",
        "TEN_MEGABYTES, TOO_LARGE",
        "GARBAGE, UNREADABLE",
        "BROKEN, REFUSED",
        "SIGNED_NONSENSE, UNREADABLE"
    })
    void whatever_else_an_office_does_is_not_known_and_held_against_nobody(Manner manner, WhyUnknown why) {
        REGISTER.manner = manner;
        var layla = confirmed();

        var found = awaited(layla);

        assertThat(found.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(found.failure()).isEqualTo(why);
        assertThat(applications.find(layla.id()).orElseThrow().stage()).isEqualTo(Stage.UNDER_REVIEW);
        assertThat(inquiry(layla).asking()).as("it is asked again").isTrue();
        assertThat(stands(layla)).as("a decision waits for a person's word").isTrue();
        assertThat(REGISTER.elsewhere.get()).as("no redirect is followed").isZero();
    }

    @Test
    void an_answer_that_was_given_before_does_not_serve_another_case() {
        REGISTER.manner = Manner.ANSWERS;
        awaited(confirmed());
        REGISTER.manner = Manner.REPEATS_AN_OLD_ANSWER;
        var other = confirmed();

        assertThat(awaited(other).failure()).isEqualTo(WhyUnknown.ANOTHER_CASE);
    }

    @Test
    void an_office_that_comes_back_is_asked_again_and_heard() {
        REGISTER.manner = Manner.BROKEN;
        var layla = confirmed();
        awaited(layla);
        REGISTER.manner = Manner.ANSWERS;

        assertThat(inquiries.askAgain(layla.id(), "citizens-register")).isTrue();
        asking.round();

        soon(() -> inquiry(layla).newest().orElseThrow().outcome() == Outcome.PASSED);
        assertThat(inquiry(layla).found()).hasSize(2);
        assertThat(inquiry(layla).asking()).isFalse();
    }

    @Test
    void a_machine_that_has_a_concern_refuses_nobody_an_officer_says_what_to_make_of_it() {
        REGISTER.manner = Manner.HAS_A_CONCERN;
        var layla = confirmed();
        awaited(layla);
        assertThat(stands(layla)).isTrue();
        var castell = opened(layla);
        assertThat(castell.get(address(layla)).text())
                .contains(
                        "The register of citizens", "A concern", "Register of citizens, volume 12", "as of 2026-11-01")
                .contains("Who was a citizen of Arcadia since 1921");

        castell.post(
                address(layla) + "/checks/citizens-register",
                Map.of(
                        "outcome", "PASSED",
                        "source", "The old passport, seen at the counter",
                        "words", "The register has her under her mother’s name."));

        assertThat(stands(layla)).isFalse();
        assertThat(castell.get(address(layla)).text())
                .contains("The register has her under her mother’s name.", "R. Castell", "One entry agrees.");
        assertThat(jdbc.sql("select string_agg(encode(sealed, 'escape'), ' ') from inquiry_finding")
                        .query(String.class)
                        .single())
                .doesNotContain("mother");
    }

    @Test
    void an_officer_who_says_only_half_of_it_writes_nothing_down() {
        REGISTER.manner = Manner.BROKEN;
        var layla = confirmed();
        awaited(layla);
        var castell = opened(layla);
        castell.get(address(layla));

        var answer = castell.post(address(layla) + "/checks/citizens-register", Map.of("outcome", "PASSED"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Say what came of it, where you looked and what you found");
        assertThat(stands(layla)).isTrue();
        assertThat(castell.post(
                                address(layla) + "/checks/rumour",
                                Map.of("outcome", "PASSED", "source", "x", "words", "y"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobody_is_asked_about_a_case_that_is_over() {
        REGISTER.manner = Manner.ANSWERS;
        REGISTER.lastAsked = "";
        var layla = some.of(some.newPerson(), Stage.WITHDRAWN);

        publish(layla);
        asking.round();

        soon(() -> !inquiry(layla).asking());
        assertThat(inquiry(layla).found()).isEmpty();
    }

    @Test
    void only_hosts_that_the_operator_lists_are_asked_and_none_inside_their_network_by_another_name() {
        var none = new AllowedHosts("", false);
        var register = new AllowedHosts("register.example, 10.0.0.7", false);

        assertThat(none.allows(URI.create("https://register.arcadia.example/lookup")))
                .isFalse();
        assertThat(none.allows(URI.create("http://localhost:1/lookup"))).isFalse();
        assertThat(register.allows(URI.create("https://10.0.0.7/lookup"))).isTrue();
        assertThat(register.allows(URI.create("http://10.0.0.7/lookup")))
                .as("never in the clear")
                .isFalse();
        assertThat(register.allows(URI.create("https://10.0.0.8/lookup"))).isFalse();
        assertThat(register.allows(URI.create("https://user@10.0.0.7/"))).isFalse();
        assertThat(new AllowedHosts("127.0.0.1.nip.io,ip6-localhost", false)
                        .allows(URI.create("https://ip6-localhost/")))
                .as("a name that leads to this machine")
                .isFalse();
        assertThat(new AllowedHosts("localhost", false).allows(URI.create("http://localhost:1/")))
                .isTrue();
        assertThat(new AllowedHosts("localhost", true).allows(URI.create("http://localhost:1/")))
                .as("in production")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en, What other offices are asked", "fr, Ce qui est demandé", "es, Lo que se pregunta"})
    void the_person_reads_before_sending_who_will_be_asked_what_and_by_which_law(String language, String title) {
        var person = Visitor.asPerson(port, "asked-" + language + "@example.org");
        person.get("/home");
        person.post("/apply/start", Map.of());

        var review = person.reading(language).get("/apply/review");

        assertThat(review.text()).contains(title);
        if (language.equals("en")) {
            assertThat(review.text())
                    .contains("The register of citizens of Arcadia", "article 12")
                    .contains("They get what is named here and nothing else");
        }
    }

    private Application confirmed() {
        var layla = some.of(some.newPerson(), Stage.UNDER_REVIEW);
        publish(layla);
        return layla;
    }

    /// The event that the counter publishes, handled after its transaction.
    private void publish(Application application) {
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new IdentityConfirmed(application.id().value())));
        soon(() -> inquiry(application).asking());
    }

    private Found awaited(Application application) {
        asking.round();
        soon(() -> inquiry(application).newest().isPresent());
        return inquiry(application).newest().orElseThrow();
    }

    private Inquiry inquiry(Application application) {
        return inquiries.of(application).stream()
                .filter(inquiry -> inquiry.check().id().equals("citizens-register"))
                .findFirst()
                .orElseThrow();
    }

    /// Whether a check stands in the way of an approval, and of a refusal alike; never of asking for more.
    private boolean stands(Application application) {
        var approval = missing(application, new Finding.Approval("former-citizen", "It agrees.", ""));
        var refusal = missing(application, new Finding.IntendedRefusal("former-citizen", "No.", "A record.", ""));
        assertThat(approval).isEqualTo(refusal);
        return approval;
    }

    private boolean missing(Application application, Finding finding) {
        return obstacles.stream()
                .anyMatch(obstacle -> obstacle.missing(application, finding).contains(Requirement.CHECKS_DONE));
    }

    private Visitor opened(Application application) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(address(application));
        castell.post(address(application) + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }

    private static String address(Application application) {
        return "/desk/cases/" + application.id().value();
    }

    private static void soon(java.util.function.BooleanSupplier there) {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!there.getAsBoolean() && System.nanoTime() < until) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
