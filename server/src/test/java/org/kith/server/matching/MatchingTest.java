package org.kith.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationSubmitted;
import org.kith.server.application.Applications;
import org.kith.server.identity.GoesWithAnswers;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody who is here already is found by exact codes, and somebody who merely looks like it is told apart by a
/// person.
class MatchingTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Matches matches;

    @Autowired
    LookingForDuplicates looking;

    @Autowired
    Vault vault;

    @Autowired
    List<GoesWithAnswers> letGo;

    @Autowired
    TransactionTemplate transaction;

    private SomeMatch some;

    @BeforeEach
    void some() {
        some = new SomeMatch(port, cases, applications, matches);
    }

    @Test
    void one_passport_in_two_applications_is_found_when_the_second_is_sent() {
        var mira = someone("Mira", "Brenn");
        var first = some.application(mira.submitted(port));

        var second =
                some.application(someone("Ana", "Varga").withPassportOf(mira).submitted(port));

        SomeMatch.soon(() -> !matches.of(second.id()).isEmpty());
        assertThat(matches.of(second.id())).singleElement().satisfies(match -> {
            assertThat(match.kinds()).containsExactly(MatchKind.DOCUMENT);
            assertThat(match.besides(second.id())).contains(first.id());
            assertThat(match.isOpen()).isTrue();
        });
        assertThat(matches.of(first.id())).hasSize(1);
    }

    /// Whoever books at the very moment: neither waits for the other for ever.
    @Test
    void looking_for_somebody_and_a_step_of_theirs_do_not_stand_in_each_others_way() {
        var sent = some.application(someone("Mira", "Brenn").submitted(port));
        SomeMatch.soon(() -> isLookedFor(sent));
        for (var table : List.of("look_up_code", "looked_for")) {
            jdbc.sql("delete from " + table + " where application = ?")
                    .param(sent.id().value())
                    .update();
        }

        transaction.executeWithoutResult(_ -> {
            applications.lock(sent.id());
            looking.on(new ApplicationSubmitted(sent.id().value()));
            // Longer than the database waits before it looks whether somebody waits in a circle.
            LockSupport.parkNanos(1_500_000_000);
            looking.upToNow(sent);
        });

        assertThat(isLookedFor(sent)).isTrue();
    }

    private boolean isLookedFor(Application sent) {
        return jdbc.sql("select exists (select 1 from looked_for where application = ?)")
                .param(sent.id().value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_name_is_found_though_its_parts_changed_places_and_the_passport_is_another() {
        var mira = someone("Mira Ana", "Brenn");
        mira.submitted(port);

        var swapped = new SomeApplicant(
                email(), "Brenn", "Mira-Ana", "BRENN", "MIRA ANA", SomeApplicant.passport("XT", email()), mira.born());
        var second = some.application(swapped.submitted(port));

        SomeMatch.soon(() -> !matches.of(second.id()).isEmpty());
        assertThat(matches.of(second.id()))
                .singleElement()
                .satisfies(match -> assertThat(match.kinds()).containsExactly(MatchKind.NAME_AND_BIRTH));
    }

    @Test
    void twins_are_two_people() {
        var mira = someone("Mira", "Brenn");
        mira.submitted(port);

        var twin = new SomeApplicant(
                email(), "Mara", "Brenn", "MARA", "BRENN", SomeApplicant.passport("XT", email()), mira.born());
        var second = some.application(twin.submitted(port));

        lookedFor(second);
        assertThat(matches.of(second.id())).isEmpty();
    }

    @Test
    void a_passport_that_differs_from_what_was_declared_is_found_at_the_counter() {
        var mira = someone("Mira", "Brenn");
        var first = some.application(mira.submitted(port));
        var ana = someone("Ana", "Varga");
        var sent = ana.submitted(port);
        lookedFor(some.application(sent));
        assertThat(matches.of(some.application(sent).id())).isEmpty();

        var case2 = cases.confirmed(port, sent, ana.withPassportOf(mira));

        assertThat(some.found(case2).besides(case2.id())).contains(first.id());
    }

    @Test
    void somebody_who_moved_is_found_from_another_country_and_by_no_code_of_the_old_one() {
        var mira = someone("Mira", "Brenn");
        var first = some.application(mira.submitted(port));
        lookedFor(first);
        var before = codes(first);

        transaction.executeWithoutResult(_ -> vault.move(first.person(), new CountryCode("XAR")));

        assertThat(codes(first)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        var second =
                some.application(someone("Ana", "Varga").withPassportOf(mira).submitted(port));
        SomeMatch.soon(() -> !matches.of(second.id()).isEmpty());
        assertThat(matches.of(second.id()).getFirst().besides(second.id())).contains(first.id());
    }

    @Test
    void of_two_who_send_one_passport_at_the_same_moment_one_finds_the_other() throws Exception {
        var mira = someone("Mira", "Brenn");
        var ana = someone("Ana", "Varga").withPassportOf(mira);
        var drafts = List.of(mira.drafted(port), ana.drafted(port));

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var sent : drafts.stream()
                    .map(draft -> threads.submit(() -> {
                        draft.get("/apply/review");
                        return draft.post("/apply/submit", Map.of("declared", "yes"));
                    }))
                    .toList()) sent.get();
        }

        var second = some.application(drafts.getLast());
        SomeMatch.soon(() -> !matches.of(second.id()).isEmpty());
        assertThat(matches.of(second.id())).hasSize(1);
    }

    @Test
    void whoever_applies_again_with_the_same_account_is_known_and_with_another_is_found() {
        var mira = someone("Mira", "Brenn");
        var person = mira.submitted(port);
        var first = some.application(person);
        lookedFor(first);
        person.get("/home/withdraw");
        person.post("/home/withdraw", Map.of());

        var again = some.application(mira.submitted(port));
        var account = new SomeApplicant(
                email(), "Mira", "Brenn", mira.passportGiven(), "BRENN", mira.documentNumber(), mira.born());
        var other = some.application(account.submitted(port));

        lookedFor(again);
        SomeMatch.soon(() -> matches.of(other.id()).size() == 2);
        assertThat(matches.of(again.id()))
                .singleElement()
                .satisfies(match -> assertThat(match.besides(again.id())).contains(other.id()));
        assertThat(matches.of(other.id()))
                .allSatisfy(match -> assertThat(match.kinds()).containsExactlyInAnyOrder(MatchKind.values()));
    }

    @Test
    void with_an_erased_person_go_their_codes_and_all_that_was_found() {
        var mira = someone("Mira", "Brenn");
        var pair = some.pair(mira, someone("Ana", "Varga").withPassportOf(mira));
        some.judges(some.at(pair.own(), "caseworker", 1), pair, "CANNOT_TELL");

        vault.erase(pair.other().person());

        assertThat(codes(pair.other())).isEmpty();
        assertThat(matches.of(pair.own().id())).isEmpty();
        assertThat(rows("duplicate_judgement where duplicate = '"
                        + pair.match().id().value() + "'"))
                .isZero();
        assertThat(some.approves(some.at(pair.own(), "caseworker", 1), pair.own())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void with_the_answers_go_the_codes_and_nobody_waits_for_what_nobody_can_compare() {
        var mira = someone("Mira", "Brenn");
        var open = some.pair(mira, someone("Ana", "Varga").withPassportOf(mira));

        transaction.executeWithoutResult(_ -> letGo.forEach(each -> each.letGo(open.other())));

        assertThat(codes(open.other())).isEmpty();
        assertThat(matches.of(open.own().id())).isEmpty();
    }

    @Test
    void what_was_judged_stays_while_one_side_is_there() {
        var mira = someone("Mira", "Brenn");
        var judged = some.pair(mira, someone("Ana", "Varga").withPassportOf(mira));
        some.judges(some.at(judged.own(), "caseworker", 1), judged, "ANOTHER");

        transaction.executeWithoutResult(_ -> letGo.forEach(each -> each.letGo(judged.other())));
        assertThat(matches.of(judged.own().id())).hasSize(1);
        var own = applications.find(judged.own().id()).orElseThrow();
        transaction.executeWithoutResult(_ -> letGo.forEach(each -> each.letGo(own)));

        assertThat(matches.of(judged.own().id())).isEmpty();
    }

    @Test
    void a_deleted_draft_was_never_looked_for() {
        var draft = someone("Mira", "Brenn").drafted(port);
        var count = rows("look_up_code");

        draft.get("/apply/delete");
        draft.post("/apply/delete", Map.of());

        assertThat(rows("look_up_code")).isLessThanOrEqualTo(count);
        assertThat(rows("looked_for where application not in (select id from application)"))
                .isZero();
    }

    @Test
    void nothing_that_is_kept_says_what_it_was_made_from() {
        var mira = someone("Mira", "Brenn");
        var pair = some.pair(mira, someone("Anastasia", "Varga").withPassportOf(mira));
        some.judges(some.at(pair.own(), "caseworker", 1), pair, "ANOTHER");

        var kept = List.of("look_up_code", "looked_for", "duplicate", "duplicate_judgement", "event_publication");

        for (var table : kept) {
            var rows = String.join(
                    "\n",
                    jdbc.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list());
            assertThat(rows)
                    .as(table)
                    .doesNotContainIgnoringCase(mira.documentNumber())
                    .doesNotContainIgnoringCase("Anastasia")
                    .doesNotContain(mira.born().toString(), "Their mothers");
        }
    }

    /// With a million applications as with ten: each code is asked for by the index.
    @Test
    void codes_are_found_by_their_index() {
        var plan = transaction.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            var sql = """
                    explain select distinct application, kind from look_up_code
                    where code in (decode(repeat('00', 32), 'hex'), decode(repeat('01', 32), 'hex'))
                      and person <> gen_random_uuid()
                    """;
            return jdbc.sql(sql).query(String.class).list();
        });

        assertThat(plan).anyMatch(line -> line.contains("look_up_code_pkey"));
    }

    @Test
    void a_search_is_written_down_and_made_once() {
        var sent = some.application(someone("Mira", "Brenn").submitted(port));
        lookedFor(sent);

        assertThat(jdbc.sql("select count(*) from journal where deed = 'DUPLICATES_LOOKED_FOR' and case_id = ?")
                        .param(sent.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void lookedFor(Application application) {
        SomeMatch.soon(
                () -> rows("looked_for where application = '" + application.id().value() + "'") > 0);
    }

    private int rows(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private List<String> codes(Application application) {
        return jdbc.sql("select encode(code, 'hex') from look_up_code where application = ?")
                .param(application.id().value())
                .query(String.class)
                .list();
    }

    private static SomeApplicant someone(String given, String family) {
        return SomeApplicant.inLatin(email(), given, family);
    }

    private static String email() {
        return "match-" + UUID.randomUUID() + "@example.org";
    }
}
