package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.credential.check.CheckAnswer;
import org.kith.credential.trust.TrustFile;
import org.kith.server.Chromium;
import org.kith.server.CodeReader;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.status.StatusPublisher;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The main job, from the first question to a card that every check calls revoked, with real clicks on real pages.
@ExtendWith(OutputCaptureExtension.class)
class JourneyTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    Clock clock;

    @Value("${kith.home}")
    Path home;

    @Autowired
    StatusPublisher publisher;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    /// Each in another language and on another screen.
    static Stream<Walker> people() {
        return Stream.of(
                new Walker(SomeApplicant.nadezhda("journey-nadezhda@example.org"), "ru", 1280),
                new Walker(SomeApplicant.layla("journey-layla@example.org"), "ar", 390),
                new Walker(SomeApplicant.suharto("journey-single@example.org"), "en", 390));
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_person_gets_a_card_and_every_check_follows_what_becomes_of_it(Walker walker, CapturedOutput log)
            throws Exception {
        try (var own = walker.browser(chromium);
                var office = Walker.office(chromium)) {
            var person = new ApplicantSteps(own.newPage(), walker, at(""));
            var officers = new OfficerSteps(office.newPage(), walker, at(""));

            person.checksEligibility();
            person.signsInByMail();
            person.answersEveryPage();
            person.addsAPaper();
            var reference = person.sends();
            person.books();
            theDayOfTheVisitComes(reference);
            officers.registrarConfirms(reference);
            officers.caseworkerApproves(reference);
            officers.supervisorSigns(reference);

            var sheet = person.printsTheCard();
            person.seesWhoLooked();
            everyCheckSays(CheckAnswer.VALID, sheet, walker);
            officers.caseworkerTakes("SUSPEND", reference);
            person.seesTheCardIs("suspended");
            everyCheckSays(CheckAnswer.SUSPENDED, sheet, walker);
            officers.caseworkerTakes("RESTORE", reference);
            everyCheckSays(CheckAnswer.VALID, sheet, walker);
            officers.caseworkerTakes("ANNOUNCE", reference);
            person.answersTheNotice();
            var number = officers.caseworkerTakes("REVOKE", reference);
            everyCheckSays(CheckAnswer.VALID, sheet, walker);
            officers.supervisorSigns(number);
            person.seesTheCardIs("revoked");
            everyCheckSays(CheckAnswer.REVOKED, sheet, walker);
        }
        var traces = new Traces(jdbc, home, log.getAll());
        assertThat(traces.of(walker.who().secrets()))
                .as("what the person typed, outside the vault")
                .isEmpty();
        assertThat(traces.of(List.of("CARD_ISSUED"))).as("the search does find").isNotEmpty();
    }

    private void theDayOfTheVisitComes(String reference) {
        var sql = """
                select starts_at from booking join application on application.id = booking.application
                where reference = :reference and state = 'BOOKED'
                """;
        var start = jdbc.sql(sql)
                .param("reference", reference.replace(" ", ""))
                .query(Timestamp.class)
                .single()
                .toInstant();
        var ahead = Duration.between(clock.instant(), start);
        if (ahead.isPositive()) ((AdvancingClock) clock).advanceBy(ahead);
    }

    /// The public page, and `kith verify` in a process that has nobody to ask.
    private void everyCheckSays(CheckAnswer answer, byte[] sheet, Walker walker)
            throws IOException, InterruptedException {
        publisher.publishDue();
        var lists = new ArrayList<byte[]>();
        for (var list :
                jdbc.sql("select id from status_list").query(Integer.class).list()) {
            lists.add(fetched("/status/" + list));
        }
        var said = new KithVerify(folder).answer(sheet, fetched(TrustFile.WELL_KNOWN), lists, clock.instant());
        assertThat(said.exitCode()).as(said.words()).isEqualTo(answer.exitCode());
        assertThat(shownTo(walker, sheet, answer)).as("the check page").isEqualTo(answer);
    }

    private CheckAnswer shownTo(Walker walker, byte[] sheet, CheckAnswer expected) {
        try (var stranger = walker.browser(chromium)) {
            var page = stranger.newPage();
            page.navigate(at("/check?lang=" + walker.language()));
            page.fill("#text", CodeReader.onPaper(sheet));
            page.click("#check button.govuk-button[type=submit]");
            page.waitForSelector(".kith-finding");
            walker.shoot(page, "09-" + expected.name().toLowerCase(Locale.ROOT));
            return CheckAnswer.valueOf(page.getAttribute("main [data-answer]", "data-answer"));
        }
    }

    private byte[] fetched(String path) throws IOException {
        try (var in = URI.create(at(path)).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
