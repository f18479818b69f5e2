package org.kith.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeFamily;
import org.kith.server.SomeOfficers;
import org.kith.server.VirtualDevice;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.application.Stage;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Parties;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.centre.VisitKind;
import org.kith.server.desk.OfflineDesk;
import org.kith.server.identity.CentreFigures;
import org.kith.server.identity.CentreFigures.Day;
import org.kith.server.identity.CountVisits;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A whole day at a centre, at the screens of three officers: a mother comes with her child, one person does not come,
/// another comes without an appointment, and at the third counter the line drops in the middle of a visit.
@TestPropertySource(properties = "kith.test=a day at a centre") // a server apart: its evening counts every visit
class CentreDayTest extends ServerTest {
    private static Chromium chromium;

    @Autowired
    Applications applications;

    @Autowired
    Centres centres;

    @Autowired
    Slots slots;

    @Autowired
    Parties parties;

    @Autowired
    Reservation reservation;

    @Autowired
    SomeOfficers officers;

    @Autowired
    CountVisits counting;

    @Autowired
    CentreFigures figures;

    @Autowired
    Clock clock;

    /// Somebody who has sent an application.
    private record Comer(SomeApplicant who, Application application) {
        String reference() {
            return application.filedReference().orElseThrow().printed();
        }

        ApplicationId id() {
            return application.id();
        }
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @Test
    void three_officers_a_family_a_walk_in_a_no_show_and_an_outage() {
        var mira = SomeApplicant.brenn("day-mira@example.org", "Mira", "XF7000001", LocalDate.of(1988, 3, 1));
        var lea = SomeApplicant.brenn("", "Lea", "XF7000002", today().minusYears(9));
        var mother = mira.drafted(port);
        var child = sentByTheMother(mother, lea);
        var parent = comer(mother, mira);
        var absent = sent(SomeApplicant.suharto("day-absent@example.org"));
        var offline = sent(SomeApplicant.layla("day-offline@example.org"));
        var unbooked = sent(SomeApplicant.nadezhda("day-unbooked@example.org"));
        var start = book(parent, child, absent, offline);

        comes(start);
        try (var first = Walker.office(chromium);
                var second = Walker.office(chromium);
                var third = Walker.office(chromium)) {
            var marrow = new CounterSteps(first.newPage(), at(""), _ -> {});
            var pellPage = second.newPage();
            var pell = new CounterSteps(pellPage, at(""), _ -> {});
            marrow.enters("marrow");
            pell.enters("pell");
            Glance.picture(pellPage, "day", "morning");
            var page = third.newPage();
            VirtualDevice.in(page);
            var desk = new OfflineDesk(page, at(""));
            desk.enrols(officers.invitedRegistrar("port-amity"));
            desk.takesToday();

            marrow.receives(parent.reference());
            marrow.receives(child.reference());
            marrow.confirms(mira, parent.reference());

            desk.opens(offline.reference());
            third.setOffline(true);
            page.fill("#lines", offline.who().lines());
            desk.finishes();
            assertThat(stage(offline)).as("nothing has come through").isEqualTo(Stage.BOOKED);

            marrow.today();
            marrow.confirms(lea, child.reference());

            comes(start.plus(Duration.ofMinutes(16)));
            pell.today();
            pell.notesThatNobodyCame(absent.reference());
            pell.admits(unbooked.reference());
            pell.today();
            Glance.picture(pellPage, "day", "walk-in");
            pell.confirms(unbooked.who(), unbooked.reference());

            third.setOffline(false);
            page.waitForSelector("[data-visits] >> text=/^Sent/");
            pell.today();
            Glance.picture(pellPage, "day", "evening");
            seen(pellPage, parent, child, unbooked, offline);
        }

        assertThat(stage(absent)).as("may book again").isEqualTo(Stage.SUBMITTED);
        for (var each : Set.of(parent, unbooked, offline)) {
            assertThat(Visitor.asPerson(port, each.who().email()).get("/checks").text())
                    .contains("Your identity was confirmed");
        }
        assertThat(registrars()).as("each officer signed for what they saw").hasSize(3);
        assertThat(dayAfter()).isEqualTo(new Day(LocalDate.ofInstant(start, zone()), 5, 4, 4, 1, null, null));
    }

    private void seen(Page page, Comer... all) {
        for (var each : all) {
            assertThat(page.textContent("tr:has-text('" + each.reference() + "')"))
                    .contains("Done");
            assertThat(stage(each)).isEqualTo(Stage.IDENTITY_CONFIRMED);
        }
    }

    private Comer sentByTheMother(Visitor mother, SomeApplicant child) {
        var family = new SomeFamily(port);
        family.begin(mother, "Mira");
        var girl = family.child(mother, child.given(), child.born());
        family.says(mother, girl, "yes");
        family.sends(mother);
        family.actsFor(mother, girl);
        child.drafted(mother);
        family.sends(mother);
        var sent = comer(mother, child);
        family.actsForThemselves(mother);
        return sent;
    }

    private Comer sent(SomeApplicant who) {
        return comer(who.submitted(port), who);
    }

    private Comer comer(Visitor visitor, SomeApplicant who) {
        var printed = visitor.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        return new Comer(
                who,
                applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow());
    }

    /// Mother and child together, and the others at the same hour.
    private Instant book(Comer mother, Comer child, Comer... others) {
        var along = parties.along(mother.application(), VisitKind.IDENTITY).stream()
                .map(each -> each.application())
                .collect(Collectors.toSet());
        assertThat(along).containsExactly(child.id());
        var together = Set.of(mother.id(), child.id());
        var length = parties.length(VisitKind.IDENTITY, together);
        var start = slots.next(portAmity(), clock.instant().plus(Duration.ofDays(1)), 1, length)
                .getFirst()
                .start();
        assertThat(reservation.book(mother.id(), portAmity(), start, along)).isInstanceOf(Booked.class);
        for (var other : others) {
            assertThat(reservation.book(other.id(), portAmity(), start)).isInstanceOf(Booked.class);
        }
        return start;
    }

    private void comes(Instant moment) {
        var ahead = Duration.between(clock.instant(), moment);
        if (ahead.isPositive()) ((AdvancingClock) clock).advanceBy(ahead.plusSeconds(1));
    }

    private Day dayAfter() {
        comes(clock.instant().plus(Duration.ofDays(1)));
        counting.round();
        return figures.of(portAmity(), true).days().getFirst();
    }

    private Set<String> registrars() {
        var sql = "select distinct actor from journal where deed = 'IDENTITY_CONFIRMED'";
        return Set.copyOf(jdbc.sql(sql).query(String.class).list());
    }

    private Stage stage(Comer comer) {
        return applications.find(comer.id()).orElseThrow().stage();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private ZoneId zone() {
        return portAmity().hours().zone();
    }

    private Centre portAmity() {
        return centres.byCode("port-amity").orElseThrow();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
