package org.kith.server.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.server.ServerTest;
import org.kith.server.SoftKey;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Arrived;
import org.kith.server.SomeOfficers;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Looks;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.SomeFile;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.staff.StandInKeys;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a device sends when the line is back: once each, and never over what happened here meanwhile.
class OfflineChecksTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final byte[] PHOTO = SomeFile.photo(600, 800);

    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Looks looks;

    @Autowired
    StandInKeys keys;

    @Autowired
    SomeOfficers officers;

    @Autowired
    AdvancingClock advancing;

    @Autowired
    Clock clock;

    private final SomeApplicant layla = SomeApplicant.layla("offline-" + NEXT.incrementAndGet() + "@example.org");
    private Arrived visit;
    private JsonNode day;

    @BeforeEach
    void todayIsTakenAlong() throws Exception {
        visit = cases.booked(port, layla);
        day = take(visit.marrow());
        advancing.advanceBy(Duration.ofMinutes(5));
    }

    @Test
    void a_day_holds_todays_visits_of_the_centre_and_no_more_than_the_check_needs() {
        var held = held(visit);

        assertThat(held.path("latin").asString()).contains("MIRAN");
        assertThat(held.propertyNames())
                .containsExactly("booking", "application", "reference", "time", "name", "latin", "declared", "points");
        assertThat(held.path("declared").propertyNames())
                .containsExactlyInAnyOrder(
                        "surname", "given_names", "nationality", "issuer", "number", "expiry", "birth_date");
        assertThat(looks.of(visit.application().person())).isNotEmpty();
        assertThat(deeds()).contains("VISIT_TAKEN_OFFLINE");
    }

    @Test
    void another_centres_visits_are_not_in_it_and_only_registrars_take_a_day() throws Exception {
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get("/desk/today");

        assertThat(take(fenn).path("visits").toString())
                .doesNotContain(visit.booking().toString());
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        assertThat(castell.post("/desk/offline/day", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void the_page_that_a_browser_keeps_names_nobody() {
        var page = visit.marrow().get("/desk/offline");
        var without = Visitor.at(port).get("/desk/offline");
        var worker = Visitor.at(port).get("/desk/offline/worker.js");

        assertThat(page.status()).isEqualTo(200);
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.body()).doesNotContain("_csrf", "Marrow", "MIRAN");
        assertThat(worker.headers().get("service-worker-allowed")).containsExactly("/desk/offline");
        assertThat(worker.body()).contains("/assets/offline-", "/assets/kith-");
    }

    @Test
    void what_was_signed_offline_confirms_an_identity_once() throws Exception {
        var parcel = parcel(form());

        assertThat(send(parcel)).isEqualTo("DONE");
        assertThat(send(parcel)).isEqualTo("KNOWN");

        assertThat(stage()).isEqualTo(Stage.IDENTITY_CONFIRMED);
        assertThat(checks.lastOf(visit.application()).orElseThrow().passportMatches())
                .isTrue();
        assertThat(deeds()).containsOnlyOnce("IDENTITY_CONFIRMED");
        assertThat(visit.person().get("/checks").text()).contains("Your identity was confirmed");
    }

    @Test
    void what_is_sent_again_is_not_drawn_again() throws Exception {
        var parcel = parcel(form());

        assertThat(isDrawnDuring(() -> send(parcel))).isTrue();
        assertThat(isDrawnDuring(() -> send(parcel))).isFalse();
    }

    @Test
    void who_was_not_confirmed_offline_may_book_again() throws Exception {
        var form = form();
        form.put("not_confirmed", "no_passport");
        form.remove("assurance");

        assertThat(send(parcel(form))).isEqualTo("DONE");
        assertThat(stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void a_visit_given_up_meanwhile_is_shown_to_a_person_and_nothing_is_overwritten() throws Exception {
        var parcel = parcel(form());
        visit.person().get("/home/withdraw");
        visit.person().post("/home/withdraw", Map.of("sure", "yes"));
        assertThat(stage()).isEqualTo(Stage.WITHDRAWN);

        assertThat(send(parcel)).isIn("CANCELLED", "APPLICATION_MOVED_ON");
        var again = send(parcel);

        assertThat(again).isIn("CANCELLED", "APPLICATION_MOVED_ON");
        assertThat(stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(checks.lastOf(visit.application())).isEmpty();
        var page = visit.marrow().get("/desk/conflicts");
        assertThat(page.text()).contains(reference()).doesNotContain("MIRAN");
        visit.marrow()
                .post(
                        page.find("(?s)" + reference()
                                + "(?:(?!</section>).)*action=\"(/desk/conflicts/[0-9a-f-]+/seen)\""),
                        Map.of());
        assertThat(visit.marrow().get("/desk/conflicts").text()).doesNotContain(reference());
        assertThat(deeds()).contains("OFFLINE_CHECK_CONFLICTED", "OFFLINE_CONFLICT_SETTLED");
    }

    @Test
    void a_visit_finished_by_a_colleague_is_not_overwritten() throws Exception {
        var parcel = parcel(form());
        var other = form();
        other.put("not_confirmed", "not_sure");
        other.remove("assurance");
        assertThat(send(parcel(other))).isEqualTo("DONE");

        assertThat(send(parcel)).isEqualTo("DONE_ELSEWHERE");
        assertThat(stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void a_visit_that_a_colleague_noted_as_missed_goes_to_a_person() throws Exception {
        var parcel = parcel(form());
        advancing.advanceBy(Duration.ofMinutes(20));
        visit.marrow().get("/desk/today");
        visit.marrow().post(visit.address() + "/miss", Map.of());

        assertThat(send(parcel)).isEqualTo("NOTED_AS_MISSED");
    }

    /// Lesson 12.
    @Test
    void whoever_came_for_nothing_through_a_fault_of_ours_comes_first_and_hears_of_it() throws Exception {
        var form = form();
        form.put("photo", digest("no picture".getBytes(UTF_8)));
        assertThat(send(parcel(form), "no picture".getBytes(UTF_8))).isEqualTo("PHOTO_NOT_USABLE");

        var page = visit.marrow().get("/desk/conflicts");
        visit.marrow()
                .post(
                        page.find("(?s)" + reference()
                                + "(?:(?!</section>).)*action=\"(/desk/conflicts/[0-9a-f-]+/again)\""),
                        Map.of());

        assertThat(visit.marrow().get("/desk/conflicts").text()).doesNotContain(reference());
        assertThat(stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(jdbc.sql("select first from visit_request where application = ? and state <> 'OVER'")
                        .param(visit.application().id().value())
                        .query(Boolean.class)
                        .single())
                .as("before all others")
                .isTrue();
        assertThat(visit.person().get("/messages").text()).contains("Please come to the centre once more");
    }

    @Test
    void whoever_gave_the_visit_up_is_not_asked_to_come_again() throws Exception {
        var parcel = parcel(form());
        visit.person().get("/home/withdraw");
        visit.person().post("/home/withdraw", Map.of("sure", "yes"));
        send(parcel);

        assertThat(visit.marrow().get("/desk/conflicts").body())
                .doesNotContainPattern(
                        "(?s)" + reference() + "(?:(?!</section>).)*action=\"/desk/conflicts/[0-9a-f-]+/again\"");
    }

    @Test
    void what_was_changed_after_signing_is_refused() throws Exception {
        var form = form();
        var photo = parcel(form);
        var lines = parcel(form);
        lines.put("lines", layla.lines().replace('1', '2'));
        var changed = new TreeMap<>(form);
        changed.put("document", "no");
        var other = parcel(form);
        other.put("form", Base64Url.write(Json.write(changed)));

        assertThat(send(photo, SomeFile.photo(610, 800))).isEqualTo("CHANGED");
        assertThat(send(lines)).isEqualTo("CHANGED");
        assertThat(send(other)).isEqualTo("NOT_SIGNED");
        assertThat(stage()).isEqualTo(Stage.BOOKED);
    }

    @Test
    void what_was_signed_outside_its_day_is_refused() throws Exception {
        var early = form();
        early.put("at", now().minus(1, ChronoUnit.HOURS).toString());
        var future = form();
        future.put("at", now().plus(1, ChronoUnit.HOURS).toString());
        var another = form();
        another.put("day", UUID.randomUUID().toString());
        var late = form();

        assertThat(send(parcel(early))).isEqualTo("OUT_OF_TIME");
        assertThat(send(parcel(future))).isEqualTo("OUT_OF_TIME");
        assertThat(send(parcel(another))).isEqualTo("OUT_OF_TIME");
        advancing.advanceBy(Duration.ofHours(25));
        late.put("at", now().toString());
        assertThat(send(parcel(late))).isEqualTo("OUT_OF_TIME");
        assertThat(stage()).isEqualTo(Stage.BOOKED);
    }

    @Test
    void a_line_that_comes_back_after_two_days_still_takes_what_was_signed_in_time() throws Exception {
        var parcel = parcel(form());
        advancing.advanceBy(Duration.ofHours(49));

        assertThat(send(parcel)).isEqualTo("DONE");
    }

    @Test
    void what_cannot_be_said_offline_is_not_read() throws Exception {
        var chip = form();
        chip.put("chip", true);
        var high = form();
        high.put("assurance", "high");
        var second = form();
        second.put("second_way", "vouched");
        var version = form();
        version.put("version", 1);

        for (var form : new Map<?, ?>[] {chip, high, second, version}) {
            assertThat(send(parcel(form))).isEqualTo("NOT_READABLE");
        }
        for (var junk : new String[] {"", "e30", "!!", Base64Url.write("{\"a\": 1}".getBytes(UTF_8))}) {
            var parcel = parcel(form());
            parcel.put("form", junk);
            assertThat(send(parcel)).isEqualTo("NOT_READABLE");
        }
    }

    @Test
    void an_identity_is_not_confirmed_on_less_than_the_desk_asks_for() throws Exception {
        var form = form();
        form.put("face", "cannot_tell");

        assertThat(send(parcel(form))).isEqualTo("NOT_COMPLETE");
        assertThat(stage()).isEqualTo(Stage.BOOKED);
    }

    @Test
    void a_comparison_that_the_device_made_otherwise_goes_to_a_person() throws Exception {
        var other = SomeApplicant.suharto("nobody@example.org").lines();
        var form = form();
        form.put("lines", digest(other.getBytes(UTF_8)));
        var parcel = parcel(form);
        parcel.put("lines", other);

        assertThat(send(parcel)).isEqualTo("COMPARED_OTHERWISE");
    }

    @Test
    void only_a_registrar_of_the_centre_sends_what_was_signed_there() throws Exception {
        var parcel = parcel(form());
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get("/desk/today");
        var pell = Visitor.asOfficer(port, "registrar", 3);
        pell.get("/desk/today");

        assertThat(why(fenn.upload("/desk/offline/visits", parcel, "photo", photo(PHOTO))))
                .isEqualTo("OUT_OF_TIME");
        assertThat(why(pell.upload("/desk/offline/visits", parcel, "photo", photo(PHOTO))))
                .isEqualTo("DONE");
    }

    @Test
    void an_officer_who_left_after_signing_signed_all_the_same() throws Exception {
        var unit = UUID.fromString(day.path("centre").asString());
        var left = officers.one(unit, Role.REGISTRAR);
        var key = new SoftKey("localhost", "http://localhost:" + port);
        var theirs = dayOf(left.id(), unit);
        jdbc.sql("""
                insert into officer_passkey_past (credential_id, officer, public_key, created, ended)
                values (?, ?, ?, ?, ?)""")
                .params(
                        key.id(),
                        left.id().value(),
                        key.publicKey(),
                        now().minus(30, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC),
                        now().plus(1, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                .update();
        var form = form();
        form.put("officer", left.id().toString());
        form.put("day", theirs.toString());
        var late = new TreeMap<>(form);
        late.put("at", now().plus(2, ChronoUnit.MINUTES).toString());

        var afterTheEnd = parcel(late);
        afterTheEnd.put("credential", key.show(digest(Json.write(late))));
        assertThat(send(afterTheEnd)).isEqualTo("NOT_SIGNED");
        var parcel = parcel(form);
        parcel.put("credential", key.show(digest(Json.write(form))));
        assertThat(send(parcel)).isEqualTo("DONE");
    }

    @Test
    void who_was_no_registrar_when_they_signed_signed_nothing() throws Exception {
        var unit = UUID.fromString(day.path("centre").asString());
        var clerk = officers.one(unit, Role.CASEWORKER);
        var key = new SoftKey("localhost", "http://localhost:" + port);
        jdbc.sql("""
                insert into officer_passkey (credential_id, officer, public_key, attestation, sign_count, uv, backup,
                                             backed_up, transports, created, last_used)
                values (?, ?, ?, '', 0, true, false, false, '{}', ?, ?)""")
                .params(
                        key.id(),
                        clerk.id().value(),
                        key.publicKey(),
                        now().minus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC),
                        now().atOffset(ZoneOffset.UTC))
                .update();
        var form = form();
        form.put("officer", clerk.id().toString());
        form.put("day", dayOf(clerk.id(), unit).toString());
        var parcel = parcel(form);
        parcel.put("credential", key.show(digest(Json.write(form))));

        assertThat(send(parcel)).isEqualTo("NOT_SIGNED");
    }

    @Test
    void a_check_with_a_point_that_nobody_touched_or_that_wants_a_second_officer_goes_to_a_person() throws Exception {
        var untouched = form();
        points(untouched).remove("photo");
        assertThat(send(parcel(untouched))).isEqualTo("NOT_COMPLETE");

        var damaged = form();
        points(damaged).put("passport-held", "damaged");
        assertThat(send(parcel(damaged))).isEqualTo("NOT_COMPLETE");

        var none = form();
        none.remove("points");
        assertThat(send(parcel(none))).isEqualTo("NOT_COMPLETE");
        assertThat(send(parcel(form()))).isEqualTo("DONE");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> points(Map<String, Object> form) {
        return (Map<String, Object>) form.get("points");
    }

    /// Whether a Java process of our own began meanwhile: pictures are drawn in one.
    private static boolean isDrawnDuring(Callable<String> deed) throws Exception {
        var before = ProcessHandle.current().children().toList();
        var seen = new AtomicBoolean();
        var watch = Thread.ofPlatform().start(() -> {
            while (!Thread.interrupted()) {
                var drawing = ProcessHandle.current()
                        .children()
                        .filter(each -> !before.contains(each))
                        .anyMatch(each -> each.info().command().orElse("").endsWith("/java"));
                if (drawing) seen.set(true);
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        });
        deed.call();
        watch.interrupt();
        watch.join();
        return seen.get();
    }

    private UUID dayOf(OfficerId officer, UUID unit) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into offline_day (id, officer, centre, taken_at, ends_at, visits) values (?, ?, ?, ?, ?, 1)")
                .params(
                        id,
                        officer.value(),
                        unit,
                        now().minus(1, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC),
                        now().plus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /// As a device writes it: all is well, and Marrow signs.
    private Map<String, Object> form() throws Exception {
        var form = new TreeMap<String, Object>();
        form.put("version", 2);
        form.put("salt", Base64Url.write(new byte[32]));
        form.put("check", UUID.randomUUID().toString());
        form.put("application", visit.application().id().value().toString());
        form.put("booking", visit.booking().toString());
        form.put("centre", day.path("centre").asString());
        form.put("officer", day.path("officer").asString());
        form.put("day", day.path("id").asString());
        form.put("at", now().toString());
        form.put("chip", false);
        form.put("assurance", "substantial");
        form.put("document", "yes");
        form.put("face", "yes");
        form.put("lines", digest(layla.lines().getBytes(UTF_8)));
        form.put("photo", digest(PHOTO));
        var fields = new TreeMap<String, Object>();
        for (var field :
                new String[] {"surname", "given_names", "birth_date", "nationality", "issuer", "number", "expiry"}) {
            fields.put(field, Map.of("result", "same"));
        }
        form.put("fields", fields);
        var points = new TreeMap<String, Object>();
        for (var point : new String[] {"passport-held", "lines-compared", "photo", "papers-seen"}) {
            points.put(point, "checked");
        }
        points.put("chip-read", "no_device");
        form.put("points", points);
        return form;
    }

    private Map<String, String> parcel(Map<?, ?> form) throws Exception {
        var bytes = Json.write(form);
        var marrow = new OfficerId(UUID.fromString(day.path("officer").asString()));
        var parcel = new LinkedHashMap<String, String>();
        parcel.put("form", Base64Url.write(bytes));
        parcel.put("credential", keys.show(marrow, sha256(bytes)).orElseThrow());
        parcel.put("lines", layla.lines());
        parcel.put("arrived", now().minus(10, ChronoUnit.MINUTES).toString());
        return parcel;
    }

    private String send(Map<String, String> parcel) throws Exception {
        return send(parcel, PHOTO);
    }

    private String send(Map<String, String> parcel, byte[] photo) throws Exception {
        return why(visit.marrow().upload("/desk/offline/visits", parcel, "photo", photo(photo)));
    }

    private static String why(Visitor.Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Json.object(answer.body().getBytes(UTF_8)).path("why").asString();
    }

    private static Visitor.Upload photo(byte[] bytes) {
        return new Visitor.Upload("photo.jpg", "image/jpeg", bytes);
    }

    private static JsonNode take(Visitor officer) throws Exception {
        return Json.object(officer.post("/desk/offline/day", Map.of()).body().getBytes(UTF_8));
    }

    private JsonNode held(Arrived wanted) {
        for (var each : day.path("visits")) {
            if (each.path("booking").asString().equals(wanted.booking().toString())) return each;
        }
        throw new AssertionError(day);
    }

    private Stage stage() {
        return applications.find(visit.application().id()).orElseThrow().stage();
    }

    private String reference() {
        return visit.application().filedReference().orElseThrow().printed();
    }

    private java.util.List<String> deeds() {
        return jdbc.sql("select deed from journal where person = ?")
                .param(visit.application().person().value())
                .query(String.class)
                .list();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String digest(byte[] bytes) throws Exception {
        return Base64Url.write(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
