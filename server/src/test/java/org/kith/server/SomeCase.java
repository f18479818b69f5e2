package org.kith.server;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingResult;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.identity.SomePhoto;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases that have come as far as a caseworker's desk, every step of it on real pages but the photo.
@Component
public class SomeCase {
    /// What an officer ticks, whichever of the invented states' packs it is; and what a counter without a reader says.
    public static final String CHECKED = "passport-held,lines-compared,name-record,photo,papers-seen";

    public static final String NO_CHIP = "chip-read:NO_DEVICE";

    private final Applications applications;
    private final Centres centres;
    private final Slots slots;
    private final Reservation reservation;
    private final SomePhoto photos;
    private final Officers officers;
    private final JdbcClient jdbc;
    private final Clock clock;

    SomeCase(
            Applications applications,
            Centres centres,
            Slots slots,
            Reservation reservation,
            SomePhoto photos,
            Officers officers,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.centres = centres;
        this.slots = slots;
        this.reservation = reservation;
        this.photos = photos;
        this.officers = officers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A case and the person it is about, signed in.
    public record Opened(Visitor person, ApplicationId id, String reference) {
        public String address() {
            return "/desk/cases/" + id.value();
        }
    }

    /// Filed, and confirmed at the counter by the demonstration's first registrar.
    public Opened confirmed(int port, SomeApplicant who) {
        return confirmed(port, who.submitted(port), who);
    }

    /// The same for what whoever is signed in there has sent: the person, or a guardian who acts for them.
    ///
    /// @param who as their passport says at the counter, whatever was declared
    public Opened confirmed(int port, Visitor person, SomeApplicant who) {
        var printed = person.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        var application =
                applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
        confirm(port, person, who, application);
        return new Opened(person, application.id(), printed);
    }

    /// A person at the counter, photographed, with the demonstration's first registrar before them.
    public record Arrived(Visitor person, Application application, BookingId booking, Visitor marrow) {
        public String address() {
            return "/desk/visits/" + booking;
        }
    }

    /// A person with a visit at Port Amity that begins at this moment; nobody has received them yet.
    public Arrived booked(int port, SomeApplicant who) {
        var person = who.submitted(port);
        var printed = person.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        var application =
                applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");
        return new Arrived(person, application, visitNow(application), marrow);
    }

    public Arrived arrived(int port, SomeApplicant who) {
        var person = who.submitted(port);
        var printed = person.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        return arrive(
                port,
                person,
                applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow());
    }

    private Arrived arrive(int port, Visitor person, Application application) {
        var booking = visitNow(application);
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");
        marrow.post("/desk/visits/" + booking + "/arrive", Map.of());
        photos.put(application, booking, marrow());
        return new Arrived(person, application, booking, marrow);
    }

    private void confirm(int port, Visitor person, SomeApplicant who, Application application) {
        var arrived = arrive(port, person, application);
        var visit = arrived.address();
        var marrow = arrived.marrow();
        marrow.get(visit);
        var confirmed = new LinkedHashMap<>(passed(who));
        confirmed.put("differences", "passport_is_right");
        marrow.post(visit, confirmed);
        marrow.signs(visit);
    }

    /// Everything pressed that a confirmation needs where no chip is read.
    public static Map<String, String> passed(SomeApplicant who) {
        return Map.of(
                "act",
                "confirm",
                "lines",
                who.lines(),
                "document",
                "yes",
                "face",
                "yes",
                "points",
                CHECKED,
                "because",
                NO_CHIP);
    }

    /// Booked at Port Amity for this very moment, wherever its doors stand.
    private BookingId visitNow(Application application) {
        var free = slots.next(portAmity(), clock.instant().plus(2, ChronoUnit.DAYS), 1);
        var result =
                reservation.book(application.id(), portAmity(), free.getFirst().start());
        var booking = ((BookingResult.Booked) result).booking().id();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (:centre, :at, 3) on conflict do nothing")
                .param("centre", portAmity().id().value())
                .param("at", at)
                .update();
        jdbc.sql("update booking set starts_at = :at, capacity = 3 where id = :id")
                .param("at", at)
                .param("id", booking.value())
                .update();
        return booking;
    }

    private OfficerId marrow() {
        return officers.all().stream()
                .filter(entry -> entry.name().equals("J. Marrow"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Centre portAmity() {
        return centres.byCode("port-amity").orElseThrow();
    }
}
