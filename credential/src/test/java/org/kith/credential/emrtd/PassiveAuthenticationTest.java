package org.kith.credential.emrtd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.credential.emrtd.SomePassport.NOW;
import static org.kith.credential.emrtd.SomePassport.check;
import static org.kith.credential.emrtd.SomePassport.utopia;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.emrtd.PassiveResult.Altered;
import org.kith.credential.emrtd.PassiveResult.Genuine;
import org.kith.credential.emrtd.PassiveResult.Incomplete;
import org.kith.credential.emrtd.PassiveResult.Reason;
import org.kith.credential.emrtd.PassiveResult.SignatureWrong;
import org.kith.credential.emrtd.PassiveResult.SignerExpired;
import org.kith.credential.emrtd.PassiveResult.SignerNotEntitled;
import org.kith.credential.emrtd.PassiveResult.UnknownCsca;
import org.kith.credential.emrtd.PassiveResult.Unreadable;
import org.kith.specimen.LogicalData;
import org.kith.specimen.SpecimenState;

class PassiveAuthenticationTest {
    @Test
    void a_passport_as_its_state_signed_it_is_genuine() {
        var state = utopia();

        var chip = genuine(check(SomePassport.of(state), state));

        assertThat(chip.mrz().surname()).isEqualTo("ERIKSSON");
        assertThat(chip.country()).isEqualTo("UT");
        assertThat(chip.cscaFingerprint()).hasSize(64);
        assertThat(chip.portrait().orElseThrow().format()).isEqualTo(Portrait.Format.JPEG);
        assertThat(chip.portrait().orElseThrow().image()).isEqualTo(SomePassport.FACE);
        assertThat(chip.offersChipAuthentication()).isTrue();
        assertThat(chip.digest()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA256withRSAandMGF1", "SHA512withRSAandMGF1", "SHA384withECDSA"})
    void states_sign_in_several_ways(String algorithm) {
        var state = SpecimenState.of("UT", algorithm, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)));

        assertThat(check(SomePassport.of(state), state)).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 14, 15})
    void what_was_changed_after_signing_is_named(int group) {
        var state = utopia();

        var result = check(SomePassport.of(state).altered(group, 20), state);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Altered.class, altered -> assertThat(altered.groups()).containsExactly(group));
    }

    @Test
    void a_list_of_digests_that_was_changed_is_not_signed() {
        var state = utopia();
        var passport = SomePassport.of(state);
        var altered = passport.altered(1, 30);
        var other = state.passport(SomePassport.LINES.replace("ERIKSSON", "ERIKSSEN"), SomePassport.FACE);

        var patched = replaced(
                passport.sod(),
                sha256(passport.groups().get(1)),
                sha256(altered.groups().get(1)));

        assertThat(check(ChipFiles.of(patched, altered.groups()), state)).isInstanceOf(SignatureWrong.class);
        assertThat(check(ChipFiles.of(other.sod(), passport.groups()), state)).isInstanceOf(Altered.class);
    }

    @Test
    void who_is_certified_by_nobody_trusted_is_unknown() {
        var state = utopia();

        assertThat(check(SomePassport.of(state))).isEqualTo(new UnknownCsca("UT"));
        assertThat(check(SomePassport.of(state), SpecimenState.of("AR", NOW))).isEqualTo(new UnknownCsca("UT"));
    }

    @Test
    void a_state_of_the_same_name_with_another_key_is_unknown() {
        assertThat(check(SomePassport.of(utopia()), utopia())).isEqualTo(new UnknownCsca("UT"));
    }

    @Test
    void a_signer_whose_certificate_has_ended_or_not_begun_counts_no_more_or_not_yet() {
        var state = utopia();
        var ended = state.withSigner(
                "UT", SpecimenState.Kind.SIGNER, NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)));
        var early = state.withSigner(
                "UT", SpecimenState.Kind.SIGNER, NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)));

        assertThat(check(SomePassport.of(ended), state))
                .isInstanceOfSatisfying(
                        SignerExpired.class,
                        expired -> assertThat(expired.until()).isEqualTo(NOW.minus(Duration.ofDays(1))));
        assertThat(check(SomePassport.of(early), state)).isInstanceOf(SignerExpired.class);
    }

    @Test
    void a_signer_of_another_country_than_its_state_is_not_entitled() {
        var state = utopia();
        var other = state.withSigner("AR", SpecimenState.Kind.SIGNER, NOW, NOW.plus(Duration.ofDays(9)));

        assertThat(check(SomePassport.of(other), state)).isEqualTo(new SignerNotEntitled(Reason.OTHER_COUNTRY));
    }

    @Test
    void a_certificate_for_something_else_signs_no_passport() {
        var state = utopia();
        var other = state.withSigner("UT", SpecimenState.Kind.NONE, NOW, NOW.plus(Duration.ofDays(9)));
        var itself = new SpecimenState(
                "UT", "SHA384withECDSA", state.cscaKey(), state.csca(), state.cscaKey(), state.csca());

        assertThat(check(SomePassport.of(other), state)).isEqualTo(new SignerNotEntitled(Reason.KEY_USAGE));
        assertThat(check(SomePassport.of(itself), state)).isEqualTo(new SignerNotEntitled(Reason.KEY_USAGE));
    }

    @Test
    void one_trusted_state_makes_no_passports_of_another() {
        var arcadia = SpecimenState.of("AR", NOW);

        assertThat(check(SomePassport.of(arcadia), arcadia))
                .isEqualTo(new SignerNotEntitled(Reason.PASSPORT_OF_ANOTHER_STATE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 14, 15})
    void a_group_that_is_listed_cannot_be_held_back(int group) {
        var state = utopia();

        assertThat(check(SomePassport.of(state).without(group), state)).isEqualTo(new Incomplete(group));
    }

    @Test
    void a_group_that_is_not_listed_cannot_be_slipped_in() {
        var state = utopia();
        var plain = SomePassport.of(state).without(15);
        var signed =
                ChipFiles.of(state.sign(plain.groups()), SomePassport.of(state).groups());

        assertThat(check(signed, state))
                .isInstanceOfSatisfying(
                        Altered.class, altered -> assertThat(altered.groups()).contains(15));
    }

    @Test
    void codes_of_states_with_one_letter_and_of_british_kinds_are_known() {
        assertThat(States.inCertificates("D")).isEqualTo("DE");
        assertThat(States.inCertificates("GBO")).isEqualTo("GB");
        assertThat(States.inCertificates("FRA")).isEqualTo("FR");
        assertThat(States.inCertificates("UTO")).isEqualTo("UT");
        assertThat(States.inCertificates("EUE")).isEqualTo("EU");
    }

    @Test
    void cut_off_at_any_place_it_is_refused_in_words() {
        var state = utopia();
        var passport = SomePassport.of(state);
        for (var length = 0; length < passport.sod().length; length += 7) {
            var cut = java.util.Arrays.copyOf(passport.sod(), length);
            assertThat(check(ChipFiles.of(cut, passport.groups()), state)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void garbage_behind_it_lengths_without_end_and_beyond_measure_are_refused() {
        var state = utopia();
        var groups = SomePassport.of(state).groups();
        var sod = SomePassport.of(state).sod();
        var behind = java.util.Arrays.copyOf(sod, sod.length + 1);
        var endless = new byte[] {0x77, (byte) 0x80, 0x30, 0, 0, 0};
        var huge = new byte[] {0x77, (byte) 0x84, 0x7F, -1, -1, -1, 0x30};
        var deep = new byte[4000];
        for (var at = 0; at + 1 < deep.length; at += 2) {
            deep[at] = 0x30;
            deep[at + 1] = (byte) Math.min(127, deep.length - at - 2);
        }

        for (var each : new byte[][] {behind, endless, huge, deep, {}, {0x77}, {0x77, 0}, {0x77, 2, 0x05, 0}}) {
            assertThat(check(ChipFiles.of(each, groups), state)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void signed_content_of_another_kind_is_no_security_object() {
        var state = utopia();
        var list = state.masterList(java.util.List.of(state.csca()), NOW, NOW.plus(Duration.ofDays(1)));
        var wrapped = new java.io.ByteArrayOutputStream();
        wrapped.write(0x77);
        wrapped.write(0x82);
        wrapped.write(list.length >> 8);
        wrapped.write(list.length);
        wrapped.writeBytes(list);

        assertThat(check(
                        ChipFiles.of(
                                wrapped.toByteArray(), SomePassport.of(state).groups()),
                        state))
                .isEqualTo(new Unreadable("content of another kind"));
    }

    @Test
    void a_face_whose_record_lies_about_its_lengths_is_not_shown() {
        var dg2 = LogicalData.dg2(SomePassport.FACE);
        for (var at = 0; at < dg2.length; at++) {
            for (var value : new byte[] {0, 1, 127, -128, -1}) {
                var lying = dg2.clone();
                lying[at] = value;
                Portrait.in(lying)
                        .ifPresent(
                                face -> assertThat(face.image().length).isLessThanOrEqualTo(SomePassport.FACE.length));
            }
        }
        assertThat(Portrait.in(LogicalData.dg2(SomePassport.ascii("<html>not a face</html>"))))
                .isEmpty();
    }

    private static VerifiedChip genuine(PassiveResult result) {
        assertThat(result).isInstanceOf(Genuine.class);
        return ((Genuine) result).chip();
    }

    private static byte[] sha256(byte[] content) {
        return Digests.of("SHA-256", content);
    }

    private static byte[] replaced(byte[] all, byte[] old, byte[] by) {
        var text = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1);
        var found = new String(old, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains(found);
        return text.replace(found, new String(by, java.nio.charset.StandardCharsets.ISO_8859_1))
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
