package org.kith.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.emrtd.PassiveAuthentication;
import org.kith.credential.emrtd.PassiveResult;
import org.kith.credential.emrtd.TrustedStates;
import org.kith.reader.ChipFiles.Access;
import org.kith.reader.ChipFiles.ChipAuthentication;
import org.kith.reader.Progress.Step;
import org.kith.specimen.SpecimenPassport;

class ChipReadingTest {
    @Test
    void a_chip_is_opened_by_pace_and_read_whole() throws Exception {
        var state = SomeChip.utopia();
        var passport = SomeChip.passport(state);

        var files = SomeChip.read(SomeChip.of(passport));

        assertThat(files.access()).isEqualTo(Access.PACE);
        assertThat(files.chipAuthentication()).isEqualTo(ChipAuthentication.PROVEN);
        assertThat(files.sod()).isEqualTo(passport.sod());
        assertThat(files.groups()).containsOnlyKeys(1, 2, 14, 15);
        files.groups()
                .forEach((number, content) ->
                        assertThat(content).isEqualTo(passport.groups().get(number)));
        var judged = new PassiveAuthentication(
                        TrustedStates.of(java.util.List.of(state.csca().getEncoded())))
                .check(org.kith.credential.emrtd.ChipFiles.of(files.sod(), files.groups()), SomeChip.NOW);
        assertThat(judged)
                .isInstanceOfSatisfying(
                        PassiveResult.Genuine.class,
                        genuine -> assertThat(genuine.chip()
                                        .activeAuthentication()
                                        .orElseThrow()
                                        .isProvenBy(
                                                SomeChip.CHALLENGE,
                                                files.answer().orElseThrow()))
                                .isTrue());
    }

    @Test
    void an_older_chip_is_opened_by_bac() throws Exception {
        var files = SomeChip.read(SomeChip.of(SomeChip.passport().withoutPace()));

        assertThat(files.access()).isEqualTo(Access.BAC);
        assertThat(files.chipAuthentication()).isEqualTo(ChipAuthentication.PROVEN);
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void the_lines_of_another_passport_open_nothing(Access access) {
        assertThatThrownBy(() -> SomeChip.read(SomeChip.of(opened(access)), SomeChip.wrongKey(), _ -> {}))
                .isInstanceOfSatisfying(
                        ReadFailed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.WRONG_MRZ));
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void a_copy_is_read_and_shows_that_it_is_one(Access access) throws Exception {
        var original = opened(access);

        var files = SomeChip.read(SomeChip.of(original.cloned()));

        assertThat(files.chipAuthentication()).isEqualTo(ChipAuthentication.FAILED);
        assertThat(files.sod()).isEqualTo(original.sod());
        assertThat(files.answer()).isPresent();
    }

    @Test
    void a_chip_without_keys_of_its_own_has_nothing_to_prove() throws Exception {
        var files = SomeChip.read(SomeChip.of(SomeChip.passport().without(14).without(15)));

        assertThat(files.chipAuthentication()).isEqualTo(ChipAuthentication.NOT_OFFERED);
        assertThat(files.answer()).isEqualTo(Optional.empty());
        assertThat(files.groups()).containsOnlyKeys(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 8, 12, 20, 40, 60})
    void a_passport_taken_away_at_any_moment_is_missed_and_nothing_else(int commands) {
        assertThatThrownBy(() -> SomeChip.read(SomeChip.of(SomeChip.passport(), commands)))
                .isInstanceOfSatisfying(
                        ReadFailed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.TAKEN_AWAY));
    }

    @Test
    void it_says_how_far_it_is() throws Exception {
        var seen = new ArrayList<Progress>();

        SomeChip.read(SomeChip.of(SomeChip.passport()), SomeChip.key(), seen::add);

        assertThat(seen).extracting(Progress::step).contains(Step.WAITING, Step.OPENING, Step.READING, Step.PROVING);
        assertThat(seen).extracting(Progress::percent).isSorted();
        assertThat(seen.size()).isGreaterThan(10);
    }

    @Test
    void lines_that_are_none_never_reach_a_chip() {
        assertThatThrownBy(() -> ChipKey.of("hello", java.time.LocalDate.of(2026, 11, 30)))
                .isInstanceOfSatisfying(
                        ReadFailed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.LINES_UNREADABLE));
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void every_failure_says_what_to_do(Failure failure) {
        assertThat(failure.sentence()).endsWith(".").contains(" ");
        assertThat(failure.code()).matches("[a-z-]+");
    }

    private static SpecimenPassport opened(Access access) {
        return access == Access.PACE ? SomeChip.passport() : SomeChip.passport().withoutPace();
    }
}
