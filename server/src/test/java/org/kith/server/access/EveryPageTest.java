package org.kith.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Chromium;
import org.kith.server.ServerTest;
import org.kith.server.SevenLanguages;
import org.kith.server.SoftKey;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.account.CarryOutChanges;
import org.kith.server.centre.GiveOut;
import org.kith.server.rollout.SomeCountry;
import org.kith.server.site.BaseUrl;
import org.kith.server.status.StatusPublisher;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// Every page there is, in every language it has: axe-core finds nothing, and nothing is cut off or overlaps.
///
/// A new page that no walk leads to fails the build.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "kith.sign-in.links-per-network=60")
@Import(NamedViews.class)
class EveryPageTest extends ServerTest {
    private static final boolean FULL = System.getenv("KITH_FULL") != null;
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern CLASSES = Pattern.compile("\\bclass=\"([^\"]+)\"");

    @Autowired
    AdvancingClock clock;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    CarryOutChanges carryOut;

    @Autowired
    GiveOut giveOut;

    @Autowired
    BaseUrl base;

    @Autowired
    SomeCase cases;

    private final Gallery gallery = new Gallery();

    /// What pages wore whose contrasts were measured.
    private final Set<String> wornBefore = new HashSet<>();

    private final String run = "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    private Chromium chromium;

    @DynamicPropertySource
    static void pack(DynamicPropertyRegistry registry) {
        registry.add("kith.programme", () -> SevenLanguages.pack().toString());
    }

    @BeforeAll
    void walkEverywhere() throws Exception {
        chromium = Chromium.orSkip();
        var strangers = new StrangersWalk(gallery, port, run);
        strangers.walk();
        var doors = new DoorsWalk(gallery, port, run);
        doors.walk(new SoftKey("localhost", base.origin()));
        var waits = doors.addsAnAddress();
        var offices = new OfficesWalk(gallery, port);
        offices.enrols(new SoftKey("localhost", base.origin()));
        offices.opensCountries();
        new FamiliesWalk(gallery, port, run).walk(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var visits = new VisitsWalk(gallery, port, jdbc, giveOut);
        visits.waits(SomeApplicant.nadezhda("waits" + run));
        visits.offices();
        var layla = SomeApplicant.layla("layla" + run);
        var applicants = new ApplicantsWalk(gallery, port, layla);
        countries(applicants);
        var person = applicants.walk();
        theDayOfTheVisitComes();
        var reference = person.get("/home").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        var officers = new OfficersWalk(gallery, port, layla, person, publisher::publishDue);
        officers.atTheCounter();
        officers.atTheCase();
        theCardIsMade(person);
        new WalletsWalk(gallery, port, jdbc, clock.instant()).walk(person);
        officers.atTheCard();
        var suharto = SomeApplicant.suharto("refused" + run);
        new RefusedWalk(gallery, port, cases.confirmed(port, suharto)).walk();
        var nadezhda = SomeApplicant.nadezhda("talks" + run);
        new TalksWalk(gallery, port, jdbc, clock.instant()).walk(cases.confirmed(port, nadezhda));
        offices.readsTheJournal(reference);
        offices.letsInAgain(layla, reference);
        clock.advanceBy(Duration.ofDays(2));
        carryOut.round();
        doors.removesOne(waits);
        strangers.asksForTooManyLinks();
    }

    @AfterAll
    void close() {
        if (chromium != null) chromium.close();
    }

    @Test
    void somebody_looks_at_every_page_there_is() throws IOException {
        var pages = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (Files.readString(file).contains("@template.site.layout("))
                    pages.add(TEMPLATES.relativize(file).toString().replace(".jte", ""));
        }

        assertThat(gallery.views()).as("pages that a walk leads to").containsAll(pages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "ru", "he", "zh"})
    void nothing_hinders_anybody_in(String language) {
        try (var glass = new Glass(chromium, base.origin(), 1280, 900, ColorScheme.LIGHT)) {
            var found = new ArrayList<String>();
            for (var picture : pictures(language)) {
                if (!FULL && !picture.isInTheSample()) continue;
                glass.show(picture);
                var colours = FULL || (picture.standsForAll() && showsMore(picture));
                glass.hindrances(colours).forEach(each -> found.add(picture + ": " + each));
            }
            assertThat(found).isEmpty();
        }
    }

    /// With all that script brings out. Colours are the same in every language.
    @Test
    void nothing_hinders_anybody_in_the_dark() {
        try (var glass = new Glass(chromium, base.origin(), 390, 800, ColorScheme.DARK)) {
            var found = new ArrayList<String>();
            var seen = new HashSet<String>();
            for (var picture : pictures("en")) {
                if (!seen.add(picture.view()) && !FULL) continue;
                glass.show(picture);
                glass.reveal();
                glass.hindrances(true).forEach(each -> found.add(picture + ": " + each));
            }
            assertThat(found).isEmpty();
        }
    }

    /// How somebody sees the page, in the languages with the longest words and in the other direction; on the small
    /// telephone, which has the least room, in those of the sample too. All languages with `bin/test --full`.
    enum Sight {
        A_SMALL_TELEPHONE(320, 640, "ru"),
        AT_TWICE_THE_SIZE(640, 450, "fr ar"),
        WITH_LETTERS_TWICE_AS_LARGE(640, 900, "ru ar"),
        WITH_SPACED_TEXT(320, 640, "ru ar");

        private final int width;
        private final int height;
        private final String languages;

        Sight(int width, int height, String languages) {
            this.width = width;
            this.height = height;
            this.languages = languages;
        }

        private boolean reads(Gallery.Picture picture) {
            return FULL
                    || languages.contains(picture.language())
                    || (this == A_SMALL_TELEPHONE && picture.isInTheSample());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_cut_off_or_overlaps_or_leads_nowhere(Sight sight) {
        try (var glass = new Glass(chromium, base.origin(), sight.width, sight.height, ColorScheme.LIGHT)) {
            if (sight == Sight.WITH_LETTERS_TWICE_AS_LARGE) glass.withLettersTwiceAsLarge();
            if (sight == Sight.WITH_SPACED_TEXT) glass.withSpacedText();
            var found = new ArrayList<String>();
            for (var picture : gallery.pictures()) {
                if (isForStaff(picture) || !sight.reads(picture)) continue;
                glass.show(picture);
                glass.misfits().forEach(each -> found.add(picture + ": " + each));
            }
            assertThat(found).isEmpty();
        }
    }

    /// Whether it wears something that this page has not worn before: colours follow from that.
    private boolean showsMore(Gallery.Picture picture) {
        return CLASSES.matcher(picture.html())
                        .results()
                        .filter(worn -> wornBefore.add(picture.view() + " " + worn.group(1)))
                        .count()
                > 0;
    }

    private List<Gallery.Picture> pictures(String language) {
        return gallery.pictures().stream()
                .filter(picture -> picture.language().equals(language))
                .toList();
    }

    /// Desks are wide.
    private static boolean isForStaff(Gallery.Picture picture) {
        return picture.html().contains("kith--desk");
    }

    private void countries(ApplicantsWalk applicants) {
        var norway = new SomeCountry(port, "NOR");
        norway.becomes("BY_INVITATION", "");
        var drafted = norway.drafted("drafted" + run);
        for (var phase : new String[] {"BY_INVITATION", "WAITING_LIST", "PAUSED", "CLOSED"}) {
            if (!phase.equals("BY_INVITATION")) norway.becomes(phase, "");
            applicants.waits(drafted);
        }
    }

    private void theDayOfTheVisitComes() {
        var start = jdbc.sql("select starts_at from booking where state = 'BOOKED'")
                .query(Timestamp.class)
                .single()
                .toInstant();
        clock.advanceBy(Duration.between(clock.instant(), start).plusSeconds(1));
    }

    private static void theCardIsMade(Visitor person) throws InterruptedException {
        for (var tries = 0; tries < 200; tries++) {
            if (person.get("/card").body().contains("/card/print")) return;
            Thread.sleep(100);
        }
        throw new AssertionError("no card came");
    }
}
