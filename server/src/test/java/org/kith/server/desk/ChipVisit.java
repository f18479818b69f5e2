package org.kith.server.desk;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingResult;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.identity.SomeFile;
import org.kith.server.identity.SomePhoto;
import org.kith.server.identity.StatesImport;
import org.kith.server.staff.Officers;
import org.kith.specimen.SpecimenPassport;
import org.kith.specimen.SpecimenState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People who have come to Port Amity with a passport that has a chip, issued by a state whose certificate is known.
@Component
public class ChipVisit {
    private final Applications applications;
    private final Centres centres;
    private final Slots slots;
    private final Reservation reservation;
    private final SomePhoto photos;
    private final Officers officers;
    private final StatesImport states;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChipVisit(
            Applications applications,
            Centres centres,
            Slots slots,
            Reservation reservation,
            SomePhoto photos,
            Officers officers,
            StatesImport states,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.centres = centres;
        this.slots = slots;
        this.reservation = reservation;
        this.photos = photos;
        this.officers = officers;
        this.states = states;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A visit under way, its photo taken, and the registrar who has it open.
    public record Arrived(SomeApplicant who, Application application, BookingId booking, Visitor marrow) {
        public String address() {
            return "/desk/visits/" + booking;
        }

        /// Everything pressed that a confirmation needs.
        public Map<String, String> passed() {
            return new LinkedHashMap<>(SomeCase.passed(who));
        }
    }

    public Arrived arrived(int port, SomeApplicant who) {
        var printed = who.submitted(port).get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        var application =
                applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
        var booking = bookedNow(application);
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");
        marrow.post("/desk/visits/" + booking + "/arrive", Map.of());
        photos.put(application, booking, officers.all().getFirst().id());
        marrow.get("/desk/visits/" + booking);
        return new Arrived(who, application, booking, marrow);
    }

    /// The state that issues the passports of [SomeApplicant].
    public SpecimenState eres() {
        return SpecimenState.of("XE", clock.instant());
    }

    /// Makes a state's passports believed, in place of those of the list before.
    public StatesImport.Result trust(SpecimenState... trusted) {
        var publisher = SpecimenState.of("ZZ", clock.instant());
        var certificates = List.of(trusted).stream().map(SpecimenState::csca).toList();
        var list = list(publisher, certificates);
        return states.take(list, fingerprint(publisher.csca()));
    }

    public byte[] list(SpecimenState publisher, List<X509Certificate> certificates) {
        var now = clock.instant();
        return publisher.masterList(certificates, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));
    }

    public SpecimenPassport passport(SpecimenState state, SomeApplicant who) {
        return state.passport(who.lines(), SomeFile.photo(240, 320));
    }

    /// Reads it as reader and page would, and hands it over.
    public Visitor.Answer handOver(Arrived visit, SpecimenPassport passport) throws IOException, Malformed {
        return handOver(visit, passport, challenge(visit), "PROVEN");
    }

    public Visitor.Answer handOver(Arrived visit, SpecimenPassport passport, byte[] challenge, String said) {
        var groups = new LinkedHashMap<String, Object>();
        passport.groups().forEach((number, content) -> groups.put(number.toString(), base64(content)));
        var delivery = Map.of(
                "lines",
                visit.who().lines(),
                "sod",
                base64(passport.sod()),
                "groups",
                groups,
                "answer",
                base64(passport.answer(challenge)),
                "chipAuthentication",
                said);
        return visit.marrow()
                .json(
                        visit.address() + "/chip",
                        new String(Json.write(delivery), java.nio.charset.StandardCharsets.UTF_8));
    }

    public byte[] challenge(Arrived visit) throws Malformed {
        var answer = visit.marrow().json(visit.address() + "/chip/challenge", "{}");
        var said = Json.object(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Base64.getDecoder().decode(said.path("challenge").asString());
    }

    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (CertificateEncodingException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private BookingId bookedNow(Application application) {
        var centre = centres.byCode("port-amity").orElseThrow();
        var free = slots.next(centre, clock.instant().plus(2, ChronoUnit.DAYS), 1);
        var result = reservation.book(application.id(), centre, free.getFirst().start());
        var booking = ((BookingResult.Booked) result).booking().id();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (:centre, :at, 3)")
                .param("centre", centre.id().value())
                .param("at", at)
                .update();
        jdbc.sql("update booking set starts_at = :at, capacity = 3 where id = :id")
                .param("at", at)
                .param("id", booking.value())
                .update();
        return booking;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
