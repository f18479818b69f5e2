package org.kith.credential.emrtd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kith.specimen.SpecimenPassport;
import org.kith.specimen.SpecimenState;

/// Whatever a chip, or whoever says they read one, hands over: it is judged, or refused in words.
///
/// `bin/test` runs the inputs below src/test/resources; `bin/fuzz credential ChipFuzzTest` looks for more.
class ChipFuzzTest {
    private static final String LONG = "2m";

    @FuzzTest(maxDuration = LONG)
    void a_security_object(byte[] content) {
        judges(ChipFiles.of(content, Loaded.PASSPORT.groups()));
    }

    /// The first octet says which group, the rest is what it holds, under a good signature.
    @FuzzTest(maxDuration = LONG)
    void a_data_group_that_a_state_signed(byte[] content) {
        var groups = new TreeMap<>(Loaded.PASSPORT.groups());
        var which = content.length == 0 ? 1 : new int[] {1, 2, 14, 15}[content[0] & 3];
        groups.put(which, content.length == 0 ? content : Arrays.copyOfRange(content, 1, content.length));
        judges(ChipFiles.of(Loaded.STATE.sign(groups), groups));
    }

    @FuzzTest(maxDuration = LONG)
    void an_answer_to_a_challenge(byte[] content) {
        var key = ActiveAuthentication.of(Loaded.PASSPORT.groups().get(15), Optional.empty())
                .orElseThrow();
        assertThat(key.isProvenBy(new byte[8], content)).isFalse();
    }

    @FuzzTest(maxDuration = LONG)
    void a_master_list(byte[] content) {
        assertThat(MasterList.read(content, Set.of(), SomePassport.NOW)).isNotNull();
        var signed = Loaded.STATE.signed(
                org.bouncycastle.asn1.icao.ICAOObjectIdentifiers.id_icao_cscaMasterList,
                content,
                java.util.List.of(Loaded.STATE.signer()));
        assertThat(MasterList.read(signed, Set.of(), SomePassport.NOW)).isNotNull();
    }

    private static void judges(ChipFiles files) {
        var result = SomePassport.check(files, Loaded.STATE);
        if (!(result instanceof PassiveResult.Genuine(var chip))) return;

        assertThat(chip.mrz()).isNotNull();
        chip.portrait().ifPresent(face -> assertThat(face.image()).isNotEmpty());
        chip.activeAuthentication()
                .ifPresent(key ->
                        assertThat(key.isProvenBy(new byte[8], new byte[64])).isFalse());
        assertThat(Map.of(chip.country(), chip.offersChipAuthentication())).hasSize(1);
    }

    /// Made after the fuzzer has set itself up.
    private static final class Loaded {
        static final SpecimenState STATE = SomePassport.utopia();
        static final SpecimenPassport PASSPORT = SomePassport.of(STATE);
    }
}
