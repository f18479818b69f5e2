package org.kith.server;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.centre.BookingResult;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.identity.SomeFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases that have come as far as a caseworker's desk, every step of it on real pages.
@Component
public class SomeCase {
    private final Applications applications;
    private final Centres centres;
    private final Slots slots;
    private final Reservation reservation;
    private final JdbcClient jdbc;
    private final Clock clock;

    SomeCase(
            Applications applications,
            Centres centres,
            Slots slots,
            Reservation reservation,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.centres = centres;
        this.slots = slots;
        this.reservation = reservation;
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
    public Opened confirmed(int port, Visitor person, SomeApplicant who) {
        var printed = person.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        var application =
                applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
        confirm(port, who, application);
        return new Opened(person, application.id(), printed);
    }

    private void confirm(int port, SomeApplicant who, Application application) {
        var visit = "/desk/visits/" + visitNow(application);
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");
        marrow.post(visit + "/arrive", Map.of());
        marrow.get(visit);
        var photo = new Visitor.Upload("face.jpg", "image/jpeg", SomeFile.photo(600, 800));
        marrow.upload(visit, Map.of("act", "photo"), "photo", photo);
        marrow.post(visit, Map.of("act", "confirm", "lines", who.lines(), "document", "yes", "face", "yes"));
    }

    /// Booked at Port Amity for this very moment, wherever its doors stand.
    private String visitNow(Application application) {
        var free = slots.next(portAmity(), clock.instant().plus(2, ChronoUnit.DAYS), 1);
        var result =
                reservation.book(application.id(), portAmity(), free.getFirst().start());
        var booking = ((BookingResult.Booked) result).booking().id();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (:centre, :at, 3)")
                .param("centre", portAmity().id().value())
                .param("at", at)
                .update();
        jdbc.sql("update booking set starts_at = :at, capacity = 3 where id = :id")
                .param("at", at)
                .param("id", booking.value())
                .update();
        return booking.toString();
    }

    private Centre portAmity() {
        return centres.byCode("port-amity").orElseThrow();
    }
}
