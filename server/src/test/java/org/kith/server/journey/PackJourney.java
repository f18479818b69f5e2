package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.check.CheckAnswer;
import org.kith.credential.trust.TrustFile;
import org.kith.server.Chromium;
import org.kith.server.CodeReader;
import org.kith.server.ServerTest;
import org.kith.server.status.StatusPublisher;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// A person's way through a programme, with real clicks on real pages. Each programme has a test of its own.
abstract class PackJourney extends ServerTest {
    static Chromium chromium;

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

    /// The whole way of one person, until the sheet in their hands is found valid by everyone who checks it.
    void untilACardThatAnyoneCanCheck(Walker walker) throws Exception {
        try (var own = walker.browser(chromium);
                var office = Walker.office(chromium)) {
            var person = new ApplicantSteps(own.newPage(), walker, at(""));
            var officers = new OfficerSteps(office.newPage(), walker, at(""));

            untilTheSecondSignature(person, officers);

            everyCheckSays(CheckAnswer.VALID, person.printsTheCard(), walker);
        }
    }

    /// From the first question to the second signature.
    ///
    /// @return the reference
    String untilTheSecondSignature(ApplicantSteps person, OfficerSteps officers) {
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
        return reference;
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
        if (ahead.isPositive())
            ((AdvancingClock) clock)
                    .advanceBy(ahead.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }

    /// The public page, and `kith verify` in a process that has nobody to ask.
    void everyCheckSays(CheckAnswer answer, byte[] sheet, Walker walker) throws IOException, InterruptedException {
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

    String at(String path) {
        return "http://localhost:" + port + path;
    }
}
