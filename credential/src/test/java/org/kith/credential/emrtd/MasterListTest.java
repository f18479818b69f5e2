package org.kith.credential.emrtd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.credential.emrtd.SomePassport.NOW;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.credential.emrtd.MasterList.Result.NotConfirmed;
import org.kith.credential.emrtd.MasterList.Result.SignatureWrong;
import org.kith.credential.emrtd.MasterList.Result.SignerNotEntitled;
import org.kith.credential.emrtd.MasterList.Result.Unreadable;
import org.kith.credential.emrtd.MasterList.Result.Verified;
import org.kith.specimen.SpecimenState;

class MasterListTest {
    private final SpecimenState publisher = SpecimenState.of("ZZ", NOW);
    private final SpecimenState utopia = SpecimenState.of("UT", NOW);
    private final SpecimenState arcadia = SpecimenState.of("AR", NOW);
    private final String anchor = Certificates.fingerprint(SomePassport.der(publisher.csca()));

    @Test
    void a_list_under_a_confirmed_certificate_is_read() {
        var result = read(list(), Set.of(anchor));

        assertThat(result).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.certificates())
                    .extracting(MasterList.Csca::country)
                    .containsExactlyInAnyOrder("UT", "AR");
            assertThat(verified.anchor().fingerprint()).isEqualTo(anchor);
            assertThat(verified.unusable()).isZero();
            assertThat(verified.certificates().getFirst().subjectKey()).hasSize(20);
        });
    }

    @Test
    void what_is_on_it_makes_passports_genuine() {
        var verified = (Verified) read(list(), Set.of(anchor));
        var trusted = TrustedStates.of(verified.certificates().stream()
                .map(MasterList.Csca::certificate)
                .toList());

        assertThat(new PassiveAuthentication(trusted).check(SomePassport.read(SomePassport.of(utopia)), NOW))
                .isInstanceOf(PassiveResult.Genuine.class);
    }

    @Test
    void a_list_that_nobody_confirmed_names_the_certificate_to_compare() {
        assertThat(read(list(), Set.of()))
                .isInstanceOfSatisfying(
                        NotConfirmed.class,
                        asked -> assertThat(asked.anchor().orElseThrow().fingerprint())
                                .isEqualTo(anchor));
        assertThat(read(list(), Set.of(Certificates.fingerprint(SomePassport.der(utopia.csca())))))
                .isInstanceOf(NotConfirmed.class);
    }

    @Test
    void who_is_on_the_list_does_not_vouch_for_it() {
        var forged = utopia.masterList(List.of(publisher.csca(), utopia.csca()), NOW, NOW.plus(Duration.ofDays(1)));

        assertThat(read(forged, Set.of(anchor))).isInstanceOf(NotConfirmed.class);
    }

    @Test
    void a_changed_list_is_refused() {
        var list = list();
        var at = indexOf(list, SomePassport.der(utopia.csca()));
        list[at + 60] ^= 1;

        assertThat(read(list, Set.of(anchor))).isInstanceOf(SignatureWrong.class);
    }

    @Test
    void a_signer_who_has_ended_or_is_for_passports_signs_no_list() {
        var late = publisher.masterList(List.of(utopia.csca()), NOW.minusSeconds(9), NOW.minusSeconds(1));
        var wrong = publisher.signed(
                org.bouncycastle.asn1.icao.ICAOObjectIdentifiers.id_icao_cscaMasterList,
                new byte[] {0x30, 5, 2, 1, 0, 0x31, 0},
                List.of(publisher.signer(), publisher.csca()));

        assertThat(read(late, Set.of(anchor))).isInstanceOf(SignerNotEntitled.class);
        assertThat(read(wrong, Set.of(anchor))).isInstanceOf(SignerNotEntitled.class);
    }

    @Test
    void a_certificate_that_is_no_states_is_left_out_and_counted() {
        var list = publisher.masterList(
                List.of(utopia.csca(), utopia.signer()), NOW.minusSeconds(1), NOW.plus(Duration.ofDays(1)));

        assertThat(read(list, Set.of(anchor))).isInstanceOfSatisfying(Verified.class, verified -> {
            assertThat(verified.certificates()).hasSize(1);
            assertThat(verified.unusable()).isEqualTo(1);
        });
    }

    @Test
    void what_is_no_list_is_refused_in_words() {
        var list = list();
        for (var length = 0; length < list.length; length += 11) {
            assertThat(read(Arrays.copyOf(list, length), Set.of(anchor))).isInstanceOf(Unreadable.class);
        }
        assertThat(read(SomePassport.of(utopia).sod(), Set.of(anchor))).isInstanceOf(Unreadable.class);
        assertThat(read(SomePassport.ascii("-----BEGIN CERTIFICATE-----"), Set.of()))
                .isInstanceOf(Unreadable.class);
    }

    private byte[] list() {
        return publisher.masterList(
                List.of(utopia.csca(), arcadia.csca()), NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(9)));
    }

    private static MasterList.Result read(byte[] list, Set<String> confirmed) {
        return MasterList.read(list, confirmed, NOW);
    }

    private static int indexOf(byte[] all, byte[] part) {
        var latin = java.nio.charset.StandardCharsets.ISO_8859_1;
        return new String(all, latin).indexOf(new String(part, latin));
    }
}
