package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.audit.Looks;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingResult;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.NotConfirmed;
import org.kith.server.identity.Photos;
import org.kith.server.identity.SomeFile;
import org.kith.server.identity.SomePassportPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DeskTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    RequestMappingHandlerMapping mapping;

    @Autowired
    private Applications applications;

    @Autowired
    private Centres centres;

    @Autowired
    private Slots slots;

    @Autowired
    private Reservation reservation;

    @Autowired
    private IdentityChecks checks;

    @Autowired
    private Photos photos;

    @Autowired
    private Looks looks;

    @Autowired
    private Clock clock;

    @Test
    void the_queue_shows_times_and_numbers_and_no_names() {
        var layla = booked(someone());
        var marrow = Visitor.asOfficer(port, "registrar");

        var queue = marrow.get("/desk/today");

        assertThat(queue.text())
                .contains(
                        "Port Amity",
                        layla.application().filedReference().orElseThrow().printed(),
                        "Expected")
                .doesNotContain("MIRAN", "Layla", "ميران");
        assertThat(looks.of(layla.application().person())).isEmpty();
    }

    @Test
    void whoever_opens_a_visit_is_seen_by_the_person_and_nothing_is_preset() {
        var layla = arrived(someone());

        var page = layla.marrow().get(layla.address());

        var born = layla.who().born().format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
        assertThat(page.text()).contains("LAYLA NUR MIRAN", "ليلى نور ميران", born, "not typed yet");
        assertThat(page.body())
                .doesNotContainPattern("<input[^>]* checked")
                .doesNotContain(layla.who().documentNumber());
        assertThat(looks.of(layla.application().person()))
                .singleElement()
                .satisfies(look -> assertThat(look.purpose()).isEqualTo(LookPurpose.IDENTITY_CHECK));
    }

    /// Whatever is asked of it.
    @Test
    void a_visit_that_is_none_is_said_not_to_be_there() {
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");

        var wrong = new ArrayList<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(each -> each.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/desk/visits/{id}"))
                        .forEach(pattern -> each.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    for (var id : List.of(UUID.randomUUID().toString(), "1")) {
                                        var answer = marrow.send(
                                                method.name(), pattern.replaceAll("\\{[^}]+}", id), Map.of());
                                        if (answer.status() / 100 != 4)
                                            wrong.add(method + " " + pattern + ": " + answer.status());
                                    }
                                })));
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_visit_that_has_not_begun_does_not_open() {
        var layla = booked(someone());
        var marrow = Visitor.asOfficer(port, "registrar");

        var page = marrow.get(layla.address());

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("not open now").doesNotContain("MIRAN");
    }

    @Test
    void a_visit_of_another_day_does_not_open_early() {
        var application = submitted(someone());
        var centre = portAmity();
        var start = slots.next(centre, clock.instant().plus(3, ChronoUnit.DAYS), 1)
                .getFirst()
                .start();
        var booking = ((BookingResult.Booked) reservation.book(application.id(), centre, start)).booking();
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");

        var answer = marrow.post("/desk/visits/" + booking.id() + "/arrive", Map.of());

        assertThat(answer.text()).contains("on another day");
    }

    @Test
    void an_officer_of_another_centre_sees_nothing_and_is_written_down() {
        var layla = arrived(someone());
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get("/desk/today");

        var page = fenn.get(layla.address());
        var deed = fenn.post(layla.address(), passed(layla));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("at another centre").doesNotContain("MIRAN");
        assertThat(deed.status()).isEqualTo(403);
        assertThat(fenn.get(layla.address() + "/photo").status()).isEqualTo(404);
        assertThat(fenn.get("/desk/visits/" + UUID.randomUUID() + "/photo").status())
                .isEqualTo(404);
        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
        assertThat(deeds(layla)).contains("ACCESS_REFUSED");
        assertThat(looks.of(layla.application().person())).isEmpty();
    }

    @Test
    void a_caseworker_has_no_business_at_the_counter() {
        var layla = arrived(someone());

        assertThat(Visitor.asOfficer(port, "caseworker").get(layla.address()).status())
                .isEqualTo(403);
        assertThat(Visitor.at(port).get(layla.address()).path()).startsWith("/staff/sign-in");
    }

    @Test
    void lines_with_a_slip_are_told_of_and_stay_as_typed() {
        var layla = arrived(someone());
        var number = layla.who().documentNumber();
        var slip = layla.who().lines().replace(number, number.substring(0, 8) + (number.endsWith("0") ? "1" : "0"));
        layla.marrow().get(layla.address());

        var page = layla.marrow().post(layla.address(), Map.of("act", "compare", "lines", slip, "face", "yes"));

        assertThat(page.text())
                .contains("Line 2", "letter by letter", slip.lines().toList().get(1));
        assertThat(page.body()).contains("value=\"yes\" checked");
    }

    @Test
    void a_name_spelt_otherwise_in_the_passport_is_marked_and_must_be_spoken_of() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        takePhoto(layla, SomeFile.photo(600, 800));
        var fields = new HashMap<>(passed(layla));
        fields.put("lines", otherGivenName(layla.who()).lines());

        var page = layla.marrow().post(layla.address(), fields);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("1 thing differs", "Differs: LAYLA NURA", "what is to become");
        fields.put("differences", "for_caseworker");
        layla.marrow().post(layla.address(), fields);
        assertThat(layla.marrow().signs(layla.address()).path()).isEqualTo(layla.address() + "/receipt");
        assertThat(checks.lastOf(layla.application()).orElseThrow()).satisfies(check -> {
            assertThat(check.passportMatches()).isFalse();
            assertThat(check.fields())
                    .anySatisfy(field -> assertThat(field.printed()).isEqualTo("LAYLA NURA"));
        });
    }

    @Test
    void an_identity_is_confirmed_when_everything_was_looked_at() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        takePhoto(layla, SomeFile.photo(600, 800));

        var ready = layla.marrow().post(layla.address(), passed(layla));
        assertThat(stage(layla)).as("before it is signed").isEqualTo(Stage.BOOKED);
        var answer = layla.marrow().signs(layla.address());

        assertThat(ready.path()).isEqualTo(layla.address() + "/sign");
        assertThat(ready.text()).contains("You confirm this identity", "The same in every field", "Substantial");
        assertThat(answer.path()).isEqualTo(layla.address() + "/receipt");
        assertThat(answer.text()).contains("Your identity was confirmed", "No fingerprints were taken");
        assertThat(stage(layla)).isEqualTo(Stage.IDENTITY_CONFIRMED);
        var check = checks.lastOf(layla.application()).orElseThrow();
        assertThat(check.confirmed()).isTrue();
        assertThat(check.passportMatches()).isTrue();
        assertThat(check.photoTaken()).isTrue();
        assertThat(check.chipRead()).isFalse();
        assertThat(checks.confirmedBy(layla.application())).contains(check.officer());
        assertThat(photos.confirmed(layla.application())).isPresent();
        assertThat(deeds(layla)).contains("VISIT_STARTED", "PHOTO_TAKEN", "IDENTITY_CONFIRMED");
    }

    @Test
    void nothing_is_confirmed_while_something_is_missing() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());

        var page = layla.marrow().post(layla.address(), Map.of("act", "confirm", "document", "cannot_tell"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Type the passport’s lines", "Take a photo first", "the one in the photo, or do not confirm");
        assertThat(page.body()).contains("value=\"cannot_tell\" checked");
        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
    }

    @Test
    void a_point_of_the_programme_that_nobody_touched_is_named_and_what_was_typed_stays() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        takePhoto(layla, SomeFile.photo(600, 800));
        var said = new HashMap<>(passed(layla));
        said.put("points", "passport-held,lines-compared,photo");

        var page = layla.marrow().post(layla.address(), said);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("“The originals of papers that were sent”: tick it, or say why it could not be checked")
                .doesNotContain("“A photo”: tick it");
        assertThat(page.body())
                .contains(
                        "href=\"#point-papers-seen\"",
                        "id=\"point-passport-held\" value=\"passport-held\" checked",
                        "value=\"chip-read:NO_DEVICE\" selected",
                        layla.who().lines().lines().findFirst().orElseThrow().replace("<", "&lt;"));
        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
    }

    @Test
    void a_second_press_of_the_button_confirms_nothing_twice() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        takePhoto(layla, SomeFile.photo(600, 800));
        layla.marrow().post(layla.address(), passed(layla));
        layla.marrow().signs(layla.address());

        var signedAgain = layla.marrow().post(layla.address() + "/sign", Map.of("standIn", "true"));
        assertThat(signedAgain.status()).isEqualTo(409);
        var again = layla.marrow().post(layla.address(), passed(layla));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("not open now");
        assertThat(deeds(layla)).containsOnlyOnce("IDENTITY_CONFIRMED");
    }

    @Test
    void who_is_not_confirmed_may_come_again() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        assertThat(layla.marrow()
                        .post(layla.address(), Map.of("act", "not-confirm"))
                        .text())
                .contains("Choose why");

        layla.marrow().post(layla.address(), Map.of("act", "not-confirm", "reason", "NO_PASSPORT"));
        layla.marrow().signs(layla.address());

        assertThat(stage(layla)).isEqualTo(Stage.SUBMITTED);
        assertThat(checks.lastOf(layla.application()).orElseThrow().notConfirmed())
                .isEqualTo(NotConfirmed.NO_PASSPORT);
        assertThat(checks.confirmedBy(layla.application())).isEmpty();
        assertThat(book(layla.application())).isNotNull();
    }

    @Test
    void a_photo_that_is_a_web_page_is_refused_and_what_was_pressed_stays() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());

        var page = layla.marrow()
                .upload(
                        layla.address(),
                        Map.of(
                                "act",
                                "photo",
                                "face",
                                "yes",
                                "lines",
                                layla.who().lines()),
                        "photo",
                        new Visitor.Upload("face.jpg", "image/jpeg", SomeFile.webPage()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains(
                        "That file is a web page",
                        layla.who().lines().lines().toList().get(1));
        assertThat(page.body()).contains("value=\"yes\" checked");
        assertThat(photos.of(layla.booking())).isEmpty();
    }

    @Test
    void the_photo_is_shown_to_the_officer_and_kept_nowhere_on_the_way() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        var page = takePhoto(layla, SomeFile.photo(600, 800));

        var photo = layla.marrow().get(layla.address() + "/photo");

        assertThat(page.text()).contains("Taken at");
        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.headers().get("cache-control")).containsExactly("no-store");
        assertThat(deeds(layla)).contains("PHOTO_SEEN");
    }

    @Test
    void the_lines_are_read_by_the_camera_and_the_picture_is_kept_nowhere() {
        var layla = arrived(someone());
        layla.marrow().get(layla.address());
        var page = new Visitor.Upload(
                "page.png",
                "image/png",
                SomePassportPage.of(layla.who().lines().lines().toList(), 1));

        var read = layla.marrow().upload(layla.address(), Map.of("act", "scan", "face", "yes"), "page", page);

        assertThat(read.text()).contains(layla.who().lines().lines().toList());
        assertThat(read.body()).contains("value=\"yes\" checked");
        assertThat(photos.of(layla.booking())).isEmpty();
        var nothing = layla.marrow()
                .upload(
                        layla.address(),
                        Map.of("act", "scan", "lines", "AS TYPED"),
                        "page",
                        new Visitor.Upload("face.jpg", "image/jpeg", SomeFile.photo(600, 800)));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("found no lines", "AS TYPED");
    }

    @Test
    void what_to_look_at_stands_on_the_page_in_the_programmes_order() {
        var layla = arrived(someone());

        assertThat(layla.marrow().get(layla.address()).text())
                .containsSubsequence("in this order", "passport or identity card", "The chip", "The lines at its foot");
    }

    @Test
    void a_paper_opened_at_the_counter_is_a_look() {
        var who = someone();
        var visitor = who.drafted(port);
        visitor.get("/apply/documents/birth-record");
        visitor.upload(
                "/apply/documents/birth-record",
                Map.of(),
                "file",
                new Visitor.Upload("scan.png", "image/png", SomeFile.png(500, 700)));
        visitor.get("/apply/review");
        visitor.post("/apply/submit", Map.of("declared", "yes"));
        var layla = arrive(booked(who, application(visitor)));

        var page = layla.marrow().get(layla.address());
        var picture = page.find("src=\"(/desk/visits/[^\"]+/papers/[^\"]+)\"");

        assertThat(page.text()).contains("Your birth record", "Measured on the picture", "few pixels");
        assertThat(layla.marrow().get(picture).headers().get("content-type")).containsExactly("image/jpeg");
        assertThat(deeds(layla)).contains("DOCUMENT_SEEN");
    }

    @Test
    void who_did_not_come_may_book_again() {
        var layla = booked(someone());
        shift(layla.booking(), clock.instant().minus(20, ChronoUnit.MINUTES));
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");

        marrow.post(layla.address() + "/miss", Map.of());

        assertThat(stage(layla)).isEqualTo(Stage.SUBMITTED);
        assertThat(deeds(layla)).contains("NOT_SHOWN_UP");
        assertThat(book(layla.application())).isNotNull();
    }

    private record Visit(SomeApplicant who, Application application, BookingId booking, Visitor marrow) {
        String address() {
            return "/desk/visits/" + booking;
        }
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("desk" + NEXT.incrementAndGet() + "@example.org");
    }

    private Application submitted(SomeApplicant who) {
        return application(who.submitted(port));
    }

    private Application application(Visitor visitor) {
        var printed = visitor.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        return applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
    }

    /// Booked at Port Amity for this very moment, wherever its doors stand.
    private Visit booked(SomeApplicant who) {
        return booked(who, submitted(who));
    }

    private Visit booked(SomeApplicant who, Application application) {
        var booking = book(application);
        shift(booking.id(), clock.instant());
        return new Visit(who, application, booking.id(), Visitor.at(port));
    }

    private Visit arrived(SomeApplicant who) {
        return arrive(booked(who));
    }

    private Visit arrive(Visit visit) {
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get("/desk/today");
        var answer = marrow.post(visit.address() + "/arrive", Map.of());
        assertThat(answer.text()).contains("Arrived");
        return new Visit(visit.who(), visit.application(), visit.booking(), marrow);
    }

    private Booking book(Application application) {
        var free = slots.next(portAmity(), clock.instant().plus(2, ChronoUnit.DAYS), 1);
        var result =
                reservation.book(application.id(), portAmity(), free.getFirst().start());
        return ((BookingResult.Booked) result).booking();
    }

    private void shift(BookingId booking, Instant to) {
        var at = to.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (:centre, :at, 3)")
                .param("centre", portAmity().id().value())
                .param("at", at)
                .update();
        jdbc.sql("update booking set starts_at = :at, capacity = 3 where id = :id")
                .param("at", at)
                .param("id", booking.value())
                .update();
    }

    private Centre portAmity() {
        return centres.byCode("port-amity").orElseThrow();
    }

    private Visitor.Answer takePhoto(Visit visit, byte[] photo) {
        return visit.marrow()
                .upload(
                        visit.address(),
                        Map.of("act", "photo"),
                        "photo",
                        new Visitor.Upload("face.jpg", "image/jpeg", photo));
    }

    private static Map<String, String> passed(Visit visit) {
        return SomeCase.passed(visit.who());
    }

    private static SomeApplicant otherGivenName(SomeApplicant who) {
        return new SomeApplicant(
                who.email(),
                who.given(),
                who.family(),
                "LAYLA NURA",
                who.passportFamily(),
                who.documentNumber(),
                who.born());
    }

    private Stage stage(Visit visit) {
        return applications.find(visit.application().id()).orElseThrow().stage();
    }

    private List<String> deeds(Visit visit) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(visit.application().person().value())
                .query(String.class)
                .list();
    }
}
