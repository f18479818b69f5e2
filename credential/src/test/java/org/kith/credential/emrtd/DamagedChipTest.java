package org.kith.credential.emrtd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.credential.emrtd.SomePassport.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Thousands of files with an octet or three changed: each is judged or refused, and none is an accident.
class DamagedChipTest {
    private final Random random = new Random(20261130);

    @Test
    void damaged_security_objects() {
        var state = SomePassport.utopia();
        var passport = SomePassport.of(state);
        for (var round = 0; round < 2000; round++) {
            var files = ChipFiles.of(damaged(passport.sod()), passport.groups());
            assertThat(SomePassport.check(files, state)).isNotNull();
        }
    }

    @Test
    void damaged_groups_under_a_good_signature() {
        var state = SomePassport.utopia();
        var passport = SomePassport.of(state);
        for (var round = 0; round < 400; round++) {
            var groups = new TreeMap<>(passport.groups());
            groups.replaceAll((_, content) -> random.nextInt(3) == 0 ? damaged(content) : content);
            if (SomePassport.check(ChipFiles.of(state.sign(groups), groups), state)
                    instanceof PassiveResult.Genuine(var chip)) {
                assertThat(chip.portrait()).isNotNull();
                assertThat(chip.activeAuthentication().filter(key -> key.isProvenBy(new byte[8], new byte[64])))
                        .isEmpty();
            }
        }
    }

    @Test
    void damaged_master_lists() {
        var state = SomePassport.utopia();
        var list = state.masterList(List.of(state.csca(), state.signer()), NOW.minusSeconds(9), NOW.plusSeconds(9));
        for (var round = 0; round < 1000; round++) {
            assertThat(MasterList.read(damaged(list), Set.of(), NOW)).isNotNull();
        }
    }

    private byte[] damaged(byte[] whole) {
        var bytes = whole.clone();
        for (var times = random.nextInt(3); times >= 0; times--) {
            var at = random.nextInt(bytes.length);
            bytes[at] = (byte)
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(256);
                        case 1 -> bytes[at] ^ (1 << random.nextInt(8));
                        case 2 -> 0x80;
                        default -> 0xFF;
                    };
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1) : bytes;
    }
}
