package org.kith.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kith.credential.identity.IdentityRecordCheck;
import org.kith.credential.identity.RecordReason;
import org.kith.credential.identity.RecordResult;
import org.kith.credential.trust.Trust;
import org.kith.server.ServerTest;
import org.kith.server.SoftKey;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Arrived;
import org.kith.server.Visitor;
import org.kith.server.account.Accounts;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.presentation.OwnTrust;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// An officer signs what they checked with their own passkey, and its person keeps a record that anyone can verify.
class SignedCheckTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    IdentityChecks checks;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnTrust trust;

    @Autowired
    AdvancingClock advancing;

    @Autowired
    Clock clock;

    private final SomeApplicant layla = SomeApplicant.layla("signed-" + NEXT.incrementAndGet() + "@example.org");

    @Test
    void the_record_that_a_person_keeps_verifies_without_us() {
        var visit = confirmed();

        var page = visit.person().get("/checks");
        var answer = visit.person().get(page.find("href=\"(/checks/[0-9a-f-]+/record)\""));

        assertThat(page.text())
                .contains(
                        "Your identity was confirmed",
                        "Port Amity",
                        "Substantial",
                        "The lines at its foot, beside what was declared Checked",
                        "The chip of the document No device for it at this counter");
        assertThat(answer.headers().get("content-disposition")).containsExactly("attachment; filename=\"record.jws\"");
        var result = verify(answer.body());
        assertThat(result.reason()).isEqualTo(RecordReason.STANDS);
        assertThat(result.record().signatures()).hasSize(1);
        assertThat(new String(result.record().form(), UTF_8))
                .contains("\"assurance\":\"substantial\"", "\"chip\":false")
                .contains(
                        "\"points\":{\"chip-read\":\"no_device\",\"lines-compared\":\"checked\",\"papers-seen\":\"checked\",")
                .doesNotContain("MIRAN", layla.documentNumber());
    }

    @Test
    void what_could_not_be_checked_refuses_nobody_and_takes_another_way_and_a_second_officer() {
        var visit = cases.arrived(port, layla);
        visit.marrow().get(visit.address());
        var said = findings();
        said.put("because", "chip-read:NO_DEVICE,passport-held:DAMAGED");

        var alone = visit.marrow().post(visit.address(), said);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text()).contains("Something could not be checked. Say what else says who they are");

        said.put("second", "another_paper");
        var ready = visit.marrow().post(visit.address(), said);
        assertThat(ready.path()).isEqualTo(visit.address() + "/sign");
        assertThat(ready.text())
                .contains("it is damaged or cannot be read", "A colleague of this centre has to look too");
        assertThat(pell().post(visit.address() + "/sign", Map.of("standIn", "true"))
                        .text())
                .contains("You have signed");
        visit.marrow().signs(visit.address());

        assertThat(checks.lastOf(visit.application()).orElseThrow().assurance()).isEqualTo(Assurance.LOW);
        assertThat(opened(visit)).contains("in the hand: it is damaged or cannot be read");
        assertThat(visit.person().get("/checks").text())
                .contains("in the hand Damaged or not readable", "By another way");
    }

    @Test
    void the_record_of_a_check_is_its_persons_alone() {
        var address = confirmed().person().get("/checks").find("href=\"(/checks/[0-9a-f-]+/record)\"");

        var other = SomeApplicant.suharto("signed-other@example.org").drafted(port);

        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(Visitor.at(port).get(address).path()).startsWith("/sign-in");
    }

    @Test
    void a_credential_that_is_not_the_officers_signs_nothing() throws Exception {
        var visit = ready();
        var page = visit.marrow().get(visit.address() + "/sign");
        var challenge = page.find("challenge&#34;:&#34;([A-Za-z0-9_-]+)");
        var stranger = new SoftKey("localhost", "http://localhost:" + port).show(challenge);

        for (var credential : new String[] {"", "{}", "null", stranger}) {
            var answer = visit.marrow().post(visit.address() + "/sign", Map.of("credential", credential));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("That was not signed");
        }
        assertThat(stage(visit)).isEqualTo(Stage.BOOKED);
        assertThat(checks.lastOf(visit.application())).isEmpty();
    }

    @Test
    void nobody_signs_for_a_colleague() {
        var visit = ready();
        var pell = pell();

        var page = pell.get(visit.address() + "/sign");
        var deed = pell.post(visit.address() + "/sign", Map.of("standIn", "true"));

        assertThat(page.path()).isEqualTo(visit.address());
        assertThat(deed.path()).isEqualTo(visit.address());
        assertThat(stage(visit)).isEqualTo(Stage.BOOKED);
    }

    @Test
    void an_officer_of_another_centre_signs_nothing() {
        var visit = ready();
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        fenn.get("/desk/today");

        assertThat(fenn.get(visit.address() + "/sign").status()).isEqualTo(403);
        assertThat(fenn.post(visit.address() + "/sign", Map.of("standIn", "true"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_has_lain_for_a_quarter_of_an_hour_is_looked_at_again() {
        var visit = ready();
        advancing.advanceBy(Duration.ofMinutes(16));

        assertThat(visit.marrow().signs(visit.address()).path()).isEqualTo(visit.address());
        assertThat(stage(visit)).isEqualTo(Stage.BOOKED);
    }

    @Test
    void another_photo_taken_after_looking_is_looked_at_again() {
        var visit = ready();
        var photo = new Visitor.Upload("face.jpg", "image/jpeg", SomeFile.photo(600, 800));
        visit.marrow().get(visit.address());
        visit.marrow().upload(visit.address(), Map.of("act", "photo"), "photo", photo);

        assertThat(visit.marrow().signs(visit.address()).path()).isEqualTo(visit.address());
        assertThat(stage(visit)).isEqualTo(Stage.BOOKED);
    }

    /// Lessons, row 13: a face that does not match is no ground to refuse; another way, and a second person.
    @Test
    void a_face_that_cannot_be_compared_takes_another_way_and_a_second_officer() {
        var visit = cases.arrived(port, layla);
        var fields = findings();
        fields.put("face", "cannot_tell");
        visit.marrow().get(visit.address());
        var without = visit.marrow().post(visit.address(), fields);
        assertThat(without.status()).isEqualTo(422);

        fields.put("second", "another_paper");
        var waits = visit.marrow().post(visit.address(), fields);
        assertThat(waits.text()).contains("A colleague of this centre has to look too", "Low: by another way");
        visit.marrow().signs(visit.address());
        assertThat(stage(visit)).as("before the second has looked").isEqualTo(Stage.BOOKED);

        var pell = pell();
        assertThat(pell.get(visit.address()).text()).contains("A colleague asks you to look");
        assertThat(pell.signs(visit.address()).text()).contains("You have signed");
        assertThat(stage(visit)).as("before the first has signed").isEqualTo(Stage.BOOKED);
        visit.marrow().signs(visit.address());

        assertThat(stage(visit)).isEqualTo(Stage.IDENTITY_CONFIRMED);
        var check = checks.lastOf(visit.application()).orElseThrow();
        assertThat(check.assurance()).isEqualTo(Assurance.LOW);
        assertThat(check.secondWay()).isEqualTo(SecondWay.ANOTHER_PAPER);
        var record = visit.person()
                .get(visit.person().get("/checks").find("href=\"(/checks/[0-9a-f-]+/record)\""))
                .body();
        assertThat(verify(record).record().signatures()).hasSize(2);
        assertThat(verify(record).reason()).isEqualTo(RecordReason.STANDS);
    }

    @Test
    void a_receipt_is_in_the_language_of_the_person_and_of_its_day_and_centre_only() {
        var visit = ready();
        accounts.language(visit.application().person(), Locale.of("ar"));
        visit.marrow().signs(visit.address());

        var receipt = visit.marrow().get(visit.address() + "/receipt");

        assertThat(receipt.body()).contains("lang=\"ar\" dir=\"rtl\"", "تم تأكيد هويتك");
        assertThat(receipt.text()).doesNotContain(layla.documentNumber(), "MIRAN");
        assertThat(Visitor.asOfficer(port, "registrar", 2)
                        .get(visit.address() + "/receipt")
                        .status())
                .isEqualTo(409);
        advancing.advanceBy(Duration.ofDays(1));
        assertThat(Visitor.asOfficer(port, "registrar")
                        .get(visit.address() + "/receipt")
                        .text())
                .contains("no receipt here");
    }

    private Arrived ready() {
        var visit = cases.arrived(port, layla);
        visit.marrow().get(visit.address());
        var answer = visit.marrow().post(visit.address(), findings());
        assertThat(answer.path()).isEqualTo(visit.address() + "/sign");
        return visit;
    }

    private Arrived confirmed() {
        var visit = ready();
        assertThat(visit.marrow().signs(visit.address()).path()).isEqualTo(visit.address() + "/receipt");
        return visit;
    }

    /// The case page, before a caseworker.
    private String opened(Arrived visit) {
        var castell = Visitor.asOfficer(port, "caseworker");
        var address = "/desk/cases/" + visit.application().id().value();
        castell.get("/desk/cases");
        castell.post(address + "/take", Map.of());
        castell.get(address);
        return castell.post(address + "/open", Map.of("purpose", "DECISION")).text();
    }

    private Map<String, String> findings() {
        return new HashMap<>(SomeCase.passed(layla));
    }

    private Visitor pell() {
        var pell = Visitor.asOfficer(port, "registrar", 3);
        pell.get("/desk/today");
        return pell;
    }

    private Stage stage(Arrived visit) {
        return applications.find(visit.application().id()).orElseThrow().stage();
    }

    private RecordResult verify(String record) {
        return new IdentityRecordCheck(new Trust(List.of(trust.file())), clock).check(record);
    }
}
