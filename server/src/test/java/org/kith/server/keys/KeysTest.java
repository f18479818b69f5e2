package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;

class KeysTest {
    private static final byte[] MESSAGE = "a card".getBytes(UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void what_is_signed_verifies_under_the_published_key(Purpose purpose) throws IOException {
        var signing = MadeKeys.in(folder).signingAt(MadeKeys.MADE);

        var signer = signing.signer(purpose);
        var signature = signer.sign(MESSAGE);

        assertThat(signing.publicKeys(purpose)).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo(signer.keyId());
            assertThat(Es256.verify(key.jwk().publicKey(), MESSAGE, signature)).isTrue();
        });
    }

    @Test
    void no_key_serves_two_purposes() throws IOException {
        var signing = MadeKeys.in(folder).signingAt(MadeKeys.MADE);

        assertThat(signing.signer(Purpose.CARD).keyId())
                .isNotEqualTo(signing.signer(Purpose.STATUS).keyId());
    }

    @Test
    void a_new_key_signs_once_its_turn_has_come_and_the_old_one_still_verifies() throws IOException {
        var some = MadeKeys.in(folder);
        var old = some.signingAt(MadeKeys.MADE).signer(Purpose.CARD).keyId();
        var turn = MadeKeys.MADE.plus(Duration.ofDays(30));

        some.addKeys(turn);

        var before = some.signingAt(turn.minusSeconds(1));
        var after = some.signingAt(turn);
        assertThat(before.signer(Purpose.CARD).keyId()).isEqualTo(old);
        assertThat(after.signer(Purpose.CARD).keyId()).isNotEqualTo(old);
        assertThat(after.publicKeys(Purpose.CARD))
                .hasSize(2)
                .extracting(IssuerKey::id)
                .contains(old);
        assertThat(after.publicKeys(Purpose.JOURNAL)).hasSize(1);
    }

    @Test
    void keys_do_not_open_with_another_password() throws IOException {
        var some = MadeKeys.in(folder);
        Files.writeString(some.password(), "another password");

        assertThatThrownBy(some::open).isInstanceOf(KeyRefusal.class).hasMessageContaining("password");
    }

    @Test
    void where_there_are_none_the_operator_is_told_how_to_make_them() throws IOException {
        var some = MadeKeys.unmade(folder);

        assertThatThrownBy(some::open).isInstanceOf(KeyRefusal.class).hasMessageContaining("kith keys create");
    }

    @Test
    void keys_are_never_replaced() throws IOException {
        var some = MadeKeys.in(folder);

        assertThatThrownBy(() -> Keys.create(some.place(), "Another", MadeKeys.CLOCK))
                .isInstanceOf(KeyRefusal.class);
    }

    @Test
    void only_the_owner_may_read_them() throws IOException {
        var some = MadeKeys.in(folder);
        some.countries().mac("UTO", "label", MESSAGE);

        assertThat(permissions(some.folder())).isEqualTo("rwx------");
        assertThat(permissions(some.folder().resolve("keys.p12"))).isEqualTo("rw-------");
        assertThat(permissions(some.folder().resolve("countries"))).isEqualTo("rwx------");
        assertThat(permissions(some.folder().resolve("countries/UTO.key"))).isEqualTo("rw-------");
    }

    @Test
    void keys_of_the_demonstration_say_so() throws IOException {
        var demonstration = Keys.openForDemonstration(
                new KeyPlace(folder.resolve("demo"), folder.resolve("pw")), MadeKeys.UTOPIA, MadeKeys.CLOCK);
        var real = MadeKeys.in(folder).open();

        assertThat(demonstration.areForDemonstration()).isTrue();
        assertThat(permissions(folder.resolve("pw"))).isEqualTo("rw-------");
        assertThat(real.areForDemonstration()).isFalse();
        assertThat(real.publishedTestKey()).isFalse();
    }

    @Test
    void a_key_printed_in_a_standard_is_told_from_ours() throws IOException {
        var some = MadeKeys.in(folder);
        var file = KeyFile.read(some.folder().resolve("keys.p12"), "a long password".toCharArray());

        file.entries().put("card.printed", PrintedKey.ofRfc6979());
        OwnFile.replace(some.folder().resolve("keys.p12"), file.bytes());

        assertThat(some.open().publishedTestKey()).isTrue();
    }

    @Test
    void two_servers_that_start_at_once_use_the_same_keys() throws Exception {
        var keys = folder.resolve("demo");
        var password = folder.resolve("pw");
        var starts = new ArrayList<Callable<String>>();
        for (var i = 0; i < 8; i++) {
            starts.add(() -> {
                var opened = Keys.openForDemonstration(new KeyPlace(keys, password), MadeKeys.UTOPIA, MadeKeys.CLOCK);
                return new Signing(opened, MadeKeys.CLOCK).signer(Purpose.CARD).keyId();
            });
        }

        try (var threads = Executors.newFixedThreadPool(starts.size())) {
            var ids = new ArrayList<String>();
            for (var started : threads.invokeAll(starts)) ids.add(started.get());

            assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        }
    }

    @Test
    void nothing_prints_a_private_key() throws IOException {
        var made = NewKey.make(Purpose.CARD, new Issuer("Utopia", false), MadeKeys.MADE, null);
        var privateKey = (ECPrivateKey) made.privateKey();
        var number = privateKey.getS().toString();

        assertThat(made.toString()).isEqualTo("NewKey[CARD]");
        assertThat(Es256.signer(privateKey, made.publicKey()).toString())
                .contains(Jwk.of(made.publicKey()).thumbprint())
                .doesNotContain(number);
        assertThat(CountryKey.random().toString()).contains("Secret").doesNotContain("[B@");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
