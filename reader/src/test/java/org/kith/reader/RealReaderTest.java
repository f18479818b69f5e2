package org.kith.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.credential.emrtd.PassiveAuthentication;
import org.kith.credential.emrtd.PassiveResult;
import org.kith.credential.emrtd.TrustedStates;
import org.kith.reader.ChipFiles.Access;
import org.kith.reader.ChipFiles.ChipAuthentication;
import org.kith.specimen.CardService;
import org.kith.specimen.SpecimenPassport;
import org.kith.specimen.SpecimenState;

/// Over the whole stack that a registrar's computer has: the JDK's smart cards, pcscd, a driver; only reader and chip
/// are programs. `KITH_REQUIRE=pcscd` makes its absence a failure.
class RealReaderTest {
    private static final Cards CARDS = new PcscCards(Duration.ofSeconds(10));
    private static final SpecimenState UTOPIA = SomeChip.utopia();
    private static CardService service;

    @BeforeAll
    static void starts() throws IOException {
        var missing = CardService.whatIsMissing();
        if (missing.isPresent()) {
            if (System.getenv().getOrDefault("KITH_REQUIRE", "").contains("pcscd"))
                throw new AssertionError("KITH_REQUIRE names pcscd, and " + missing.get());
            Assumptions.abort(missing.get());
        }
        service = CardService.start();
    }

    @AfterAll
    static void stops() {
        if (service != null) service.close();
    }

    /// The daemon looks a few times a second whether a card is still there.
    @BeforeEach
    void nothing_lies_on_the_reader() throws InterruptedException {
        for (var tries = 0; tries < 100 && isAnythingThere(); tries++) Thread.sleep(50);
    }

    private static boolean isAnythingThere() {
        try {
            for (var terminal :
                    TerminalFactory.getInstance("PC/SC", null).terminals().list())
                if (terminal.isCardPresent()) return true;
            return false;
        } catch (CardException | NoSuchAlgorithmException _) {
            CardServiceContext.forget();
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void a_good_passport_is_genuine_and_no_copy(Access access) throws Exception {
        try (var _ = service.lay(opened(SomeChip.passport(UTOPIA), access))) {
            var files = SomeChip.read(CARDS);

            assertThat(files.access()).isEqualTo(access);
            assertThat(files.chipAuthentication()).isEqualTo(ChipAuthentication.PROVEN);
            assertThat(judged(files, UTOPIA)).isInstanceOf(PassiveResult.Genuine.class);
            assertThat(isNoCopy(files)).isTrue();
        }
    }

    @Test
    void a_passport_with_another_name_in_its_chip_is_altered() throws Exception {
        try (var _ = service.lay(SomeChip.passport(UTOPIA).altered(1, 15))) {
            assertThat(judged(SomeChip.read(CARDS), UTOPIA))
                    .isInstanceOfSatisfying(
                            PassiveResult.Altered.class,
                            altered -> assertThat(altered.groups()).containsExactly(1));
        }
    }

    @Test
    void a_state_that_is_not_trusted_is_unknown() throws Exception {
        try (var _ = service.lay(SomeChip.passport(UTOPIA))) {
            assertThat(judged(SomeChip.read(CARDS), SomeChip.utopia())).isEqualTo(new PassiveResult.UnknownCsca("UT"));
        }
    }

    @Test
    void a_signer_whose_time_is_over_is_expired() throws Exception {
        var ended = UTOPIA.withSigner(
                "UT",
                SpecimenState.Kind.SIGNER,
                SomeChip.NOW.minus(Duration.ofDays(9)),
                SomeChip.NOW.minus(Duration.ofDays(1)));
        try (var _ = service.lay(SomeChip.passport(ended))) {
            assertThat(judged(SomeChip.read(CARDS), UTOPIA)).isInstanceOf(PassiveResult.SignerExpired.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void a_copy_is_genuine_and_yet_a_copy(Access access) throws Exception {
        try (var _ = service.lay(opened(SomeChip.passport(UTOPIA).cloned(), access))) {
            var files = SomeChip.read(CARDS);

            assertThat(judged(files, UTOPIA)).isInstanceOf(PassiveResult.Genuine.class);
            assertThat(files.chipAuthentication()).isEqualTo(ChipAuthentication.FAILED);
            assertThat(isNoCopy(files)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void the_lines_of_another_passport_open_nothing(Access access) throws Exception {
        try (var _ = service.lay(opened(SomeChip.passport(UTOPIA), access))) {
            assertThatThrownBy(() -> SomeChip.read(CARDS, SomeChip.wrongKey(), _ -> {}))
                    .isInstanceOfSatisfying(
                            ReadFailed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.WRONG_MRZ));
        }
    }

    @Test
    void a_passport_pulled_away_in_the_middle_is_missed_and_read_when_it_is_back() throws Exception {
        var passport = SomeChip.passport(UTOPIA);
        try (var _ = service.lay(passport, 30)) {
            assertThatThrownBy(() -> SomeChip.read(CARDS))
                    .isInstanceOfSatisfying(
                            ReadFailed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.TAKEN_AWAY));
        }
        nothing_lies_on_the_reader();
        try (var _ = service.lay(passport)) {
            assertThat(SomeChip.read(CARDS).sod()).isEqualTo(passport.sod());
        }
    }

    @Test
    void no_passport_is_said_after_a_while() {
        assertThatThrownBy(() -> SomeChip.read(new PcscCards(Duration.ofMillis(400))))
                .isInstanceOfSatisfying(
                        ReadFailed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.NO_PASSPORT));
    }

    @Test
    void a_card_service_that_was_restarted_between_two_passports_is_found_again() throws Exception {
        var passport = SomeChip.passport(UTOPIA);
        try (var _ = service.lay(passport)) {
            assertThat(SomeChip.read(CARDS).sod()).isEqualTo(passport.sod());
        }

        service.restart();

        try (var _ = service.lay(passport)) {
            assertThat(SomeChip.read(CARDS).sod()).isEqualTo(passport.sod());
        }
    }

    @Test
    void a_card_service_that_is_restarted_in_the_middle_is_said_and_found_again() throws Exception {
        var passport = SomeChip.passport(UTOPIA);
        var restarted = new boolean[1];
        try (var _ = service.lay(passport)) {
            assertThatThrownBy(() -> SomeChip.read(CARDS, SomeChip.key(), progress -> {
                        if (progress.percent() > 50 && !restarted[0]) restart(restarted);
                    }))
                    .isInstanceOfSatisfying(
                            ReadFailed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(Failure.SERVICE_RESTARTED));
        }
        nothing_lies_on_the_reader();
        try (var _ = service.lay(passport)) {
            assertThat(SomeChip.read(CARDS).sod()).isEqualTo(passport.sod());
        }
    }

    private static void restart(boolean[] restarted) {
        restarted[0] = true;
        try {
            service.restart();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PassiveResult judged(ChipFiles files, SpecimenState trusted) throws Exception {
        return new PassiveAuthentication(TrustedStates.of(List.of(trusted.csca().getEncoded())))
                .check(org.kith.credential.emrtd.ChipFiles.of(files.sod(), files.groups()), SomeChip.NOW);
    }

    private static boolean isNoCopy(ChipFiles files) throws Exception {
        return ((PassiveResult.Genuine) judged(files, UTOPIA))
                .chip()
                .activeAuthentication()
                .orElseThrow()
                .isProvenBy(SomeChip.CHALLENGE, files.answer().orElseThrow());
    }

    private static SpecimenPassport opened(SpecimenPassport passport, Access access) {
        return access == Access.PACE ? passport : passport.withoutPace();
    }
}
