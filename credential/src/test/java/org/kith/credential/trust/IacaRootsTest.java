package org.kith.credential.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IacaRootsTest {
    private final SomeSigner signer = SomeSigner.fresh();

    @Test
    void a_signer_is_known_again_and_still_only_in_its_time() throws Exception {
        var roots = signer.roots();
        var chain = List.of(signer.certificate().getEncoded());

        assertThat(roots.find(chain, SomeSigner.NOW)).contains(signer.key().jwk());
        assertThat(roots.find(chain, SomeSigner.NOW)).contains(signer.key().jwk());
        assertThat(roots.find(chain, SomeSigner.NOW.plus(Duration.ofDays(366)))).isEmpty();
        assertThat(roots.find(chain, SomeSigner.NOW.minus(Duration.ofDays(31)))).isEmpty();
    }

    @Test
    void a_stranger_is_as_strange_the_second_time() throws Exception {
        var roots = signer.roots();
        var chain = List.of(SomeSigner.fresh().certificate().getEncoded());

        assertThat(roots.find(chain, SomeSigner.NOW)).isEmpty();
        assertThat(roots.find(chain, SomeSigner.NOW)).isEmpty();
    }

    @Test
    void what_is_remembered_cannot_be_changed_from_outside() throws Exception {
        var roots = signer.roots();
        var der = signer.certificate().getEncoded();
        assertThat(roots.find(List.of(der), SomeSigner.NOW)).isPresent();

        der[der.length - 1] ^= 1;

        assertThat(roots.find(List.of(der), SomeSigner.NOW)).isEmpty();
        assertThat(roots.find(List.of(signer.certificate().getEncoded()), SomeSigner.NOW))
                .isPresent();
    }
}
