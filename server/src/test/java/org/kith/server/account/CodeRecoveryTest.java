package org.kith.server.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SoftKey;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.kith.server.application.Reference;
import org.kith.server.site.BaseUrl;
import org.kith.server.time.AdvancingClock;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/// Somebody takes a recovery code home from a visit; and somebody else has seen it.
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"kith.test=days pass", "kith.recovery.codes-per-network=30"}) // a server apart
class CodeRecoveryTest extends ServerTest {
    @Autowired
    AdvancingClock clock;

    @Autowired
    CarryOutChanges carryOut;

    @Autowired
    Accounts accounts;

    @Autowired
    SomeCase cases;

    @Autowired
    BaseUrl base;

    private final String run = UUID.randomUUID().toString();
    private final String old = "old-" + run + "@example.org";
    private final String fresh = "fresh-" + run + "@example.org";
    private final SomeApplicant who = SomeApplicant.nadezhda(old);

    @BeforeEach
    void anotherHour() {
        clock.advanceBy(Duration.ofHours(1));
    }

    @Test
    void a_code_from_the_counter_lets_somebody_in_again_after_48_hours() {
        var lost = cases.confirmed(port, who);
        var person = person();
        var code = code(lost, Visitor.asOfficer(port, "registrar"));
        assertThat(lost.person().get("/account").text()).contains("Given at a centre on");

        var asked = use(lost.reference(), code.toLowerCase(Locale.ROOT).replace(" ", ""));
        var link = Mailbox.of(port, fresh).linkTo("/doors/");
        var reader = Visitor.at(port);
        assertThat(asked.text()).contains("If number and code are right");
        assertThat(reader.get(link).text()).contains("Is this your new address?");
        assertThat(lost.person().get("/account").text()).contains("Somebody used your recovery code");
        assertThat(reader.post(link + "/new", Map.of()).text()).contains("Now 48 hours pass");
        clock.advanceBy(Duration.ofHours(47));
        carryOut.round();
        assertThat(accounts.emails(person)).containsExactly(old);
        clock.advanceBy(Duration.ofHours(1));
        carryOut.round();

        assertThat(accounts.emails(person)).containsExactly(fresh);
        assertThat(lost.person().get("/home").path()).startsWith("/sign-in");
        assertThat(Visitor.asPerson(port, fresh).get("/account").text()).contains("You have none. At a visit");
        assertThat(deeds(person))
                .containsExactly("RECOVERY_CODE_GIVEN", "RECOVERY_CODE_USED", "RECOVERY_AGREED", "RECOVERED");
    }

    @Test
    void without_the_new_addresss_word_nothing_happens() {
        var lost = cases.confirmed(port, who);
        var person = person();
        use(lost.reference(), code(lost, Visitor.asOfficer(port, "registrar")));
        Visitor.at(port).get(Mailbox.of(port, fresh).linkTo("/doors/"));

        clock.advanceBy(Duration.ofDays(3));
        carryOut.round();

        assertThat(accounts.emails(person)).containsExactly(old);
    }

    @Test
    void right_code_wrong_code_and_a_number_that_nobody_has_get_the_same_answer() {
        var lost = cases.confirmed(port, who);
        var code = code(lost, Visitor.asOfficer(port, "registrar"));

        var wrong = use(lost.reference(), other(code));
        var nobody = use(numberOfNobody(), code);
        assertThat(begun()).isZero();
        var right = use(lost.reference(), code);

        assertThat(begun()).isOne();
        assertThat(wrong.text()).isEqualTo(right.text());
        assertThat(nobody.text()).isEqualTo(right.text());
        assertThat(wrong.status()).isEqualTo(right.status()).isEqualTo(200);
    }

    @Test
    void after_ten_tries_in_an_hour_even_the_right_code_begins_nothing() {
        var lost = cases.confirmed(port, who);
        var code = code(lost, Visitor.asOfficer(port, "registrar"));
        for (var tries = 0; tries < 10; tries++) use(lost.reference(), other(code));

        var right = use(lost.reference(), code);
        assertThat(right.text()).contains("If number and code are right");
        assertThat(begun()).isZero();

        clock.advanceBy(Duration.ofHours(1));
        use(lost.reference(), code);
        assertThat(begun()).isOne();
    }

    @Test
    void a_network_that_tries_too_often_is_told_so() {
        var stranger = Visitor.at(port);
        stranger.get("/recover");
        Answer answer = null;
        for (var tries = 0; tries < 31; tries++) answer = use(stranger, numberOfNobody(), "A".repeat(28));

        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void a_code_opens_once() {
        var lost = cases.confirmed(port, who);
        var code = code(lost, Visitor.asOfficer(port, "registrar"));
        use(lost.reference(), code);
        var link = Mailbox.of(port, fresh).linkTo("/doors/");
        var reader = Visitor.at(port);
        reader.get(link);
        reader.post(link + "/new", Map.of());

        use(lost.reference(), code);

        assertThat(begun()).isOne();
        assertThat(reader.post(link + "/new", Map.of()).status()).isEqualTo(410);
    }

    @Test
    void a_code_that_its_person_ended_opens_nothing() {
        var lost = cases.confirmed(port, who);
        var code = code(lost, Visitor.asOfficer(port, "registrar"));

        lost.person().get("/account");
        lost.person().post("/account/recovery-code/end", Map.of());
        use(lost.reference(), code);

        assertThat(begun()).isZero();
        assertThat(lost.person().get("/account").text()).contains("You have none. At a visit");
    }

    @Test
    void the_letter_that_tells_of_a_code_ends_it() {
        var lost = cases.confirmed(port, who);
        var code = code(lost, Visitor.asOfficer(port, "registrar"));
        var link = Mailbox.of(port, old).linkTo("/doors/");

        var reader = Visitor.at(port);
        assertThat(reader.get(link).text()).contains("A recovery code was given at a centre");
        assertThat(reader.post(link + "/stop", Map.of()).text()).contains("It is stopped");
        use(lost.reference(), code);

        assertThat(begun()).isZero();
        assertThat(deeds(person())).containsExactly("RECOVERY_CODE_GIVEN", "RECOVERY_CODE_ENDED");
    }

    @Test
    void a_second_code_ends_the_first() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        var first = code(lost, marrow);
        var second = code(lost, marrow);

        use(lost.reference(), first);
        assertThat(begun()).isZero();
        use(lost.reference(), second);
        assertThat(begun()).isOne();
    }

    @Test
    void only_the_registrar_who_confirmed_the_identity_gives_one_and_only_that_day() {
        var lost = cases.confirmed(port, who);
        var keys = keys(lost);
        var fenn = Visitor.asOfficer(port, "registrar", 2);
        var pell = Visitor.asOfficer(port, "registrar", 3);
        var marrow = Visitor.asOfficer(port, "registrar");

        assertThat(fenn.get(keys).status()).isEqualTo(409);
        assertThat(give(fenn, keys).status()).isEqualTo(409);
        assertThat(give(pell, keys).status()).isEqualTo(409);
        assertThat(Visitor.asOfficer(port, "caseworker").get(keys).status()).isEqualTo(403);
        clock.advanceBy(Duration.ofDays(1));
        marrow.get("/desk/today");
        assertThat(give(Visitor.asOfficer(port, "registrar"), keys).status()).isEqualTo(409);

        assertThat(jdbc.sql("select count(*) from journal where deed = 'ACCESS_REFUSED' and person = ?")
                        .param(person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(deeds(person())).isEmpty();
    }

    @Test
    void a_child_for_whom_a_guardian_comes_in_has_a_receipt_and_is_offered_no_keys() {
        var family = new SomeFamily(port);
        var guardian = Visitor.asPerson(port, old);
        family.begin(guardian, "Mira");
        var born = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(9);
        var child = family.child(guardian, "Lea", born);
        family.says(guardian, child, "yes");
        family.actsFor(guardian, child);
        var lea = SomeApplicant.brenn("", "Lea", "XF3000001", born);
        lea.drafted(guardian);
        family.sends(guardian);
        var confirmed = cases.confirmed(port, guardian, lea);
        var marrow = Visitor.asOfficer(port, "registrar");

        assertThat(marrow.get(keys(confirmed).replace("/keys", "/receipt")).text())
                .contains("Your identity was confirmed");
        assertThat(marrow.get(keys(confirmed)).text()).contains("A guardian comes in for this person");
        assertThat(give(marrow, keys(confirmed)).status()).isEqualTo(409);
    }

    @Test
    void without_the_persons_wish_no_code_is_given() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        marrow.get(keys(lost));

        assertThat(marrow.post(keys(lost) + "/code", Map.of()).status()).isEqualTo(422);

        assertThat(deeds(person())).isEmpty();
    }

    @Test
    void whoever_reads_an_old_address_stops_a_copied_code_and_the_code_ends_with_it() {
        var lost = cases.confirmed(port, who);
        var person = person();
        var code = code(lost, Visitor.asOfficer(port, "registrar"));
        var before = Mailbox.of(port, old).linksTo("/doors/");
        use(lost.reference(), code);
        var thief = Visitor.at(port);
        var link = Mailbox.of(port, fresh).linkTo("/doors/");
        thief.get(link);
        thief.post(link + "/new", Map.of());

        var holder = Visitor.at(port);
        var stop = Mailbox.of(port, old).linkTo("/doors/", before);
        assertThat(holder.get(stop).text()).contains("Somebody used your recovery code");
        assertThat(holder.post(stop + "/stop", Map.of()).text()).contains("It is stopped");
        clock.advanceBy(Duration.ofDays(3));
        carryOut.round();
        use(lost.reference(), code);

        assertThat(accounts.emails(person)).containsExactly(old);
        assertThat(begun()).isOne();
    }

    @Test
    void who_stands_at_a_counter_goes_before_a_code() {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        var code = code(lost, marrow);
        use(lost.reference(), code);
        marrow.get("/desk/recovery");

        var proposed = marrow.post(
                "/desk/recovery/propose",
                Map.of("reference", lost.reference(), "lines", who.lines(), "face", "yes", "email", "at-" + fresh));
        var link = Mailbox.of(port, fresh).linkTo("/doors/");

        assertThat(proposed.path()).startsWith("/desk/recovery/");
        assertThat(Visitor.at(port).get(link).status()).isEqualTo(410);
        use(lost.reference(), code);
        assertThat(begun()).isEqualTo(2);
    }

    @Test
    void the_code_stands_nowhere_in_the_clear(CapturedOutput log) {
        var lost = cases.confirmed(port, who);
        var code = code(lost, Visitor.asOfficer(port, "registrar"));
        use(lost.reference(), code);

        var plain = code.replace(" ", "");
        var hex = HexFormat.of().formatHex(plain.getBytes(US_ASCII));
        for (var text : List.of(dump(), log.getAll())) {
            assertThat(text).doesNotContain(code).doesNotContain(plain).doesNotContain(hex);
        }
    }

    @Test
    void a_passkey_is_made_on_ones_own_telephone_and_the_counter_learns_only_that_there_is_one() throws Exception {
        var lost = cases.confirmed(port, who);
        var marrow = Visitor.asOfficer(port, "registrar");
        var before = marrow.get(keys(lost));
        var telephone = lost.person().get("/passkey");
        var key = new SoftKey("localhost", base.origin());
        var challenge = telephone.find("&#34;challenge&#34;:&#34;([^&]+)&#34;");
        lost.person().post("/account/passkeys/add", Map.of("name", "mine alone", "credential", key.make(challenge)));

        var after = marrow.get(keys(lost));

        assertThat(before.text()).contains("There is no passkey yet.").contains(base.link("/passkey"));
        assertThat(telephone.path()).isEqualTo("/account/passkeys/add");
        assertThat(Visitor.at(port).get("/passkey").path()).startsWith("/sign-in?next=");
        assertThat(after.text()).contains("There is a passkey now.");
        assertThat(after.body())
                .doesNotContain("mine alone")
                .doesNotContain(old)
                .doesNotContain("data-passkey");
    }

    private String code(SomeCase.Opened lost, Visitor registrar) {
        return give(registrar, keys(lost)).find("class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<");
    }

    private static Answer give(Visitor registrar, String keys) {
        registrar.get("/desk/today");
        return registrar.post(keys + "/code", Map.of("wish", "yes"));
    }

    private Answer use(String reference, String code) {
        var stranger = Visitor.at(port);
        stranger.get("/recover");
        return use(stranger, reference, code);
    }

    private Answer use(Visitor stranger, String reference, String code) {
        return stranger.post("/recover", Map.of("reference", reference, "code", code, "email", fresh));
    }

    private String keys(SomeCase.Opened lost) {
        var booking = jdbc.sql("select id from booking where application = ?")
                .param(lost.id().value())
                .query(UUID.class)
                .single();
        return "/desk/visits/" + booking + "/keys";
    }

    private PersonId person() {
        return accounts.open(EmailAddress.of(old).orElseThrow(), Locale.ENGLISH).person();
    }

    private int begun() {
        return jdbc.sql("select count(*) from door_change where person = ?")
                .param(person().value())
                .query(Integer.class)
                .single();
    }

    private List<String> deeds(PersonId person) {
        return jdbc.sql("select deed from journal where person = ? and deed like 'RECOVER%' order by at")
                .param(person.value())
                .query(String.class)
                .list();
    }

    private static String other(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }

    private static String numberOfNobody() {
        for (var last : "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".toCharArray()) {
            var number = "UTO 0000 00A" + last;
            if (Reference.parse(number).isPresent()) return number;
        }
        throw new AssertionError("no check character fits");
    }

    /// Everything that lies in the database, row by row.
    private String dump() {
        var tables = jdbc.sql("""
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
            """).query(String.class).list();
        assertThat(tables).contains("public.recovery_code", "public.journal");
        var dump = new StringBuilder();
        for (var table : tables) {
            jdbc.sql("select line::text from " + table + " line")
                    .query(String.class)
                    .list()
                    .forEach(dump::append);
        }
        return dump.toString();
    }
}
