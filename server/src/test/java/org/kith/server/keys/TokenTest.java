package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.qr.CardQr;
import org.kith.credential.qr.PresentedCardQr;
import org.kith.credential.sdjwt.SdJwtIssuer;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jws;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListTerms;
import org.kith.credential.status.StatusListToken;
import org.kith.credential.status.StatusReference;
import org.kith.server.keys.KeyHealth.Trouble;
import org.kith.server.time.AdvancingClock;

/// With SoftHSM2, through the same module and functions as an HSM of hardware.
class TokenTest {
    private static final String ISSUER = "https://card.utopia.example";
    private static final byte[] MESSAGE = "a card".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final AdvancingClock clock = new AdvancingClock(MadeKeys.CLOCK);
    private final List<Keys> opened = new ArrayList<>();
    private SoftHsm hsm;
    private KeyPlace place;

    @BeforeEach
    void keys_in_a_token() throws Exception {
        hsm = SoftHsm.in(folder.resolve("hsm"));
        var password = Files.writeString(folder.resolve("password"), "a long password");
        place = new KeyPlace(folder.resolve("keys"), password, Optional.of(hsm.hsm()));
        SomeKeys.ofProduction(place, clock);
    }

    @Test
    void no_key_that_signs_ever_leaves_the_token() throws Exception {
        var file = KeyFile.read(place.file(), "a long password".toCharArray());
        for (var purpose : Purpose.values())
            assertThat(file.entries().of(purpose)).isEmpty();

        var provider =
                Security.getProvider("SunPKCS11").configure(hsm.configuration().toString());
        var store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, Files.readString(hsm.pin()).strip().toCharArray());
        assertThat(Collections.list(store.aliases())).hasSize(Purpose.values().length);
        for (var alias : Collections.list(store.aliases())) {
            var key = store.getKey(alias, null);
            assertThat(key.getEncoded()).isNull();
            assertThat(key.toString()).contains("sensitive", "unextractable", "token object");
        }
    }

    @Test
    void what_the_token_signs_verifies() throws Exception {
        var signing = signing();

        for (var purpose : Purpose.values()) {
            var signer = signing.signer(purpose);
            assertThat(signing.publicKeys(purpose))
                    .singleElement()
                    .satisfies(key -> assertThat(Es256.verify(key.jwk().publicKey(), MESSAGE, signer.sign(MESSAGE)))
                            .isTrue());
        }
        var card = signing.certified(Purpose.CARD);
        card.certificate().verify(signing.root().getPublicKey());
        assertThat(card.signer().keyId())
                .isEqualTo(signing.publicKeys(Purpose.CARD).getFirst().id());
        assertThat(new KeyHealth(open(), clock).keys())
                .allSatisfy(key -> assertThat(key.provider()).isEqualTo("SunPKCS11-SoftHSM"));
    }

    @Test
    void cards_credentials_and_lists_signed_by_it_verify() throws Exception {
        var signing = signing();
        var card = signing.publicKeys(Purpose.CARD).getFirst().jwk();
        var made = MadeKeys.MADE;
        var reference = new StatusReference("https://card.utopia.example/status/1", 7);

        var qr = new CardQr(ISSUER, "LAYLA HADDAD", null, 1990, made, made.plus(Duration.ofDays(30)), reference)
                .sign(signing.signer(Purpose.CARD));
        assertThat(PresentedCardQr.parse(qr.text()).verify(card)).isPresent();

        var credential = new SdJwtIssuer(signing.signer(Purpose.CARD), new SecureRandom())
                .issue("dc+sd-jwt", Map.of("iss", ISSUER, "vct", "urn:card"), List.of(), 0);
        assertThat(Jws.parse(credential.substring(0, credential.indexOf('~'))).verify(card.publicKey()))
                .isTrue();

        var list = StatusList.ofSize(2, 1 << 10);
        var terms = new StatusListTerms(reference.uri(), made, made.plus(Duration.ofDays(1)), Duration.ofHours(1));
        var token = StatusListToken.sign(terms, list, signing.signer(Purpose.STATUS));
        var status = signing.publicKeys(Purpose.STATUS).getFirst();
        assertThat(StatusListToken.verify(token, reference.uri(), Map.of(status.id(), status.jwk())))
                .isNotNull();
    }

    @Test
    void keys_in_the_token_take_turns() throws Exception {
        var signing = signing();
        var first = signing.signer(Purpose.CARD);
        var signature = first.sign(MESSAGE);
        var turn = MadeKeys.MADE.plus(Duration.ofDays(365));

        SomeCeremony.in(folder.resolve("safe"), clock).addKeys(place, turn, clock);

        assertThat(signing.signer(Purpose.CARD).keyId()).isEqualTo(first.keyId());
        clock.advanceBy(Duration.ofDays(366));
        assertThat(signing.signer(Purpose.CARD).keyId()).isNotEqualTo(first.keyId());
        assertThat(signing.publicKeys(Purpose.CARD))
                .filteredOn(key -> key.id().equals(first.keyId()))
                .singleElement()
                .satisfies(key -> assertThat(Es256.verify(key.jwk().publicKey(), MESSAGE, signature))
                        .isTrue());
    }

    @Test
    void an_hsm_that_goes_away_stops_signing_and_nothing_else() throws Exception {
        var keys = open();
        var signing = new Signing(keys, clock);
        var health = new KeyHealth(keys, clock);
        assertThat(health.troubles()).isEmpty();

        hsm.goAway();

        assertThatThrownBy(() -> signing.signer(Purpose.CARD).sign(MESSAGE))
                .isInstanceOf(KeysAway.class)
                .hasMessageContaining("does not answer");
        assertThat(health.troubles()).contains(new Trouble.Away(Purpose.CARD), new Trouble.Away(Purpose.JOURNAL));
        assertThat(signing.publicKeys(Purpose.CARD)).hasSize(1);
        assertThat(keys.house().decrypt(keys.house().encrypt(MESSAGE, new byte[0]), new byte[0]))
                .isEqualTo(MESSAGE);

        hsm.comeBack();
        Thread.sleep(Duration.ofMillis(1100));

        var signature = signing.signer(Purpose.CARD).sign(MESSAGE);
        assertThat(Es256.verify(
                        signing.publicKeys(Purpose.CARD).getFirst().jwk().publicKey(), MESSAGE, signature))
                .isTrue();
        assertThat(health.troubles()).isEmpty();
    }

    @Test
    void without_the_hsm_the_keys_do_not_open() throws Exception {
        hsm.goAway();

        assertThatThrownBy(this::open).isInstanceOf(KeyRefusal.class).hasMessageContaining("The HSM does not open");
        hsm.comeBack();
    }

    @Test
    void a_wrong_pin_is_said_to_be_wrong() throws Exception {
        var wrong = Files.writeString(folder.resolve("wrong"), "0000");
        PkcsModule.restart(hsm.configuration());

        var other = new KeyPlace(
                place.folder(), place.passwordFile(), Optional.of(new KeyPlace.Hsm(hsm.configuration(), wrong)));

        assertThatThrownBy(() -> Keys.open(other))
                .isInstanceOf(KeyRefusal.class)
                .hasMessageContaining("PIN");
    }

    @AfterEach
    void closed() {
        opened.forEach(Keys::close);
    }

    private Signing signing() {
        return new Signing(open(), clock);
    }

    private Keys open() {
        var keys = Keys.open(place);
        opened.add(keys);
        return keys;
    }
}
