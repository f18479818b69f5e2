package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.signing.CryptoProvider;
import org.kith.credential.signing.Es256;
import org.kith.server.keys.KeyHealth.Trouble;
import org.kith.server.time.AdvancingClock;

class RotationTest {
    private static final byte[] MESSAGE = "a card".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final AdvancingClock clock = new AdvancingClock(MadeKeys.CLOCK);

    @Test
    void the_demonstration_makes_the_next_key_ahead_and_the_one_before_still_verifies() {
        var signing = demonstration();
        var first = signing.certified(Purpose.CARD);
        var signature = first.signer().sign(MESSAGE);

        clock.advanceBy(Duration.ofDays(340));
        var ahead = signing.publicKeys(Purpose.CARD);
        var still = signing.certified(Purpose.CARD);
        clock.advanceBy(Duration.ofDays(25));
        var second = signing.certified(Purpose.CARD);

        assertThat(ahead).hasSize(2);
        assertThat(ahead.getFirst().from()).isEqualTo(MadeKeys.MADE.plus(Duration.ofDays(365)));
        assertThat(still.certificate()).isEqualTo(first.certificate());
        assertThat(second.signer().keyId()).isEqualTo(ahead.getFirst().id());
        assertThat(signing.root()).satisfies(root -> second.certificate().verify(root.getPublicKey()));
        assertThat(signing.publicKeys(Purpose.CARD))
                .filteredOn(key -> key.id().equals(first.signer().keyId()))
                .singleElement()
                .satisfies(key -> assertThat(Es256.verify(key.jwk().publicKey(), MESSAGE, signature))
                        .isTrue());
    }

    @Test
    void a_demonstration_that_slept_for_years_signs_all_the_same() {
        var signing = demonstration();
        signing.certified(Purpose.CARD);

        clock.advanceBy(Duration.ofDays(3000));

        assertThat(signing.certified(Purpose.STATUS).certificate().getNotBefore())
                .isEqualTo(clock.instant());
        clock.advanceBy(Duration.ofDays(19 * 365));
        assertThat(signing.certified(Purpose.CARD).certificate().getNotAfter())
                .isBeforeOrEqualTo(signing.root().getNotAfter());
    }

    /// Two clocks over one folder, as when one server's was set forward.
    @Test
    void a_root_of_another_time_is_not_asked() {
        clock.advanceBy(Duration.ofDays(25 * 365));
        demonstration().certified(Purpose.CARD);
        var place = new KeyPlace(folder.resolve("keys"), folder.resolve("password"));

        var today = new Signing(Keys.openForDemonstration(place, MadeKeys.UTOPIA, MadeKeys.CLOCK), MadeKeys.CLOCK);

        assertThat(today.certified(Purpose.CARD).certificate().getNotBefore()).isEqualTo(MadeKeys.MADE);
        assertThat(today.root().getNotBefore()).isEqualTo(MadeKeys.MADE);
    }

    @Test
    void an_operator_is_told_sixty_days_before_the_last_key_ends() throws IOException {
        var health = new KeyHealth(MadeKeys.in(folder).open(), clock);
        var ends = MadeKeys.MADE.plus(Duration.ofDays(457));

        clock.advanceBy(Duration.ofDays(457 - 61));
        assertThat(health.troubles()).isEmpty();

        clock.advanceBy(Duration.ofDays(1));
        assertThat(health.troubles())
                .contains(new Trouble.Ending(Purpose.CARD, ends), new Trouble.Ending(Purpose.STATUS, ends))
                .noneMatch(Trouble::stops);

        clock.advanceBy(Duration.ofDays(60));
        assertThat(health.troubles()).contains(new Trouble.NoKey(Purpose.CARD)).anyMatch(Trouble::stops);
    }

    @Test
    void a_running_server_sees_what_a_ceremony_brought() throws IOException {
        var some = MadeKeys.in(folder);
        var keys = some.open();
        var signing = new Signing(keys, clock);
        var first = signing.signer(Purpose.CARD).keyId();
        var turn = MadeKeys.MADE.plus(Duration.ofDays(300));

        some.addKeys(turn);

        assertThat(signing.signer(Purpose.CARD).keyId()).isEqualTo(first);
        assertThat(new KeyHealth(keys, clock).keys())
                .filteredOn(key -> key.purpose() == Purpose.CARD)
                .extracting(KeyInUse::from, KeyInUse::signsNow)
                .containsExactlyInAnyOrder(tuple(MadeKeys.MADE, true), tuple(turn, false));
        clock.advanceBy(Duration.ofDays(300));
        assertThat(signing.signer(Purpose.CARD).keyId()).isNotEqualTo(first);
        assertThat(signing.publicKeys(Purpose.CARD))
                .hasSize(2)
                .extracting(IssuerKey::id)
                .contains(first);
    }

    @Test
    void health_names_who_does_the_signing() throws IOException {
        var health = new KeyHealth(MadeKeys.in(folder).open(), clock);

        assertThat(health.keys())
                .hasSize(Purpose.values().length)
                .allSatisfy(key -> assertThat(key.provider())
                        .isEqualTo(CryptoProvider.chosen().getName()));
    }

    private Signing demonstration() {
        var place = new KeyPlace(folder.resolve("keys"), folder.resolve("password"));
        return new Signing(Keys.openForDemonstration(place, MadeKeys.UTOPIA, clock), clock);
    }
}
