package org.kith.server.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.trust.IacaRoots;

class CertificatesTest {
    private static final byte[] MESSAGE = "a card".getBytes(UTF_8);
    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "JOURNAL", mode = EnumSource.Mode.EXCLUDE)
    void whoever_has_the_root_believes_what_is_signed(Purpose purpose) throws Exception {
        var signing = demonstration(MadeKeys.MADE);

        var certified = signing.certified(purpose);
        var signature = certified.signer().sign(MESSAGE);

        var leaf = certified.certificate();
        assertThat(Es256.verify((ECPublicKey) leaf.getPublicKey(), MESSAGE, signature))
                .isTrue();
        leaf.verify(signing.root().getPublicKey());
        assertThat(leaf.getIssuerX500Principal())
                .isEqualTo(signing.root().getSubjectX500Principal())
                .isNotEqualTo(leaf.getSubjectX500Principal());
        assertThat(certified.signer().keyId())
                .isEqualTo(signing.signer(purpose).keyId())
                .isEqualTo(Jwk.of((ECPublicKey) leaf.getPublicKey()).thumbprint());
    }

    @Test
    void no_root_vouches_for_the_journal() {
        var signing = demonstration(MadeKeys.MADE);

        assertThatThrownBy(() -> signing.certified(Purpose.JOURNAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_document_signer_is_one_that_our_verifier_believes() throws Exception {
        var signing = demonstration(MadeKeys.MADE);
        var believed = new IacaRoots(List.of(signing.root()));

        var card = chain(signing, Purpose.CARD);

        assertThat(believed.find(card, MadeKeys.MADE)).isPresent();
        assertThat(believed.find(card, MadeKeys.MADE.minusSeconds(1))).isEmpty();
        assertThat(believed.find(chain(signing, Purpose.STATUS), MadeKeys.MADE)).isEmpty();
        assertThat(believed.find(chain(signing, Purpose.METADATA), MadeKeys.MADE))
                .isEmpty();
    }

    /// ISO/IEC 18013-5:2021 Table B.1.
    @Test
    void the_root_is_as_the_standard_says() throws Exception {
        var root = demonstration(MadeKeys.MADE).root();

        assertThat(root.getVersion()).isEqualTo(3);
        assertThat(root.getSerialNumber().signum()).isPositive();
        assertThat(root.getSerialNumber().bitLength()).isBetween(64, 159);
        assertThat(root.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(root.getSubjectX500Principal()).isEqualTo(root.getIssuerX500Principal());
        assertThat(root.getSubjectX500Principal().getName()).contains("C=XU", "CN=IACA 2026");
        assertThat(life(root)).isLessThanOrEqualTo(Duration.ofDays(20 * 365));
        assertThat(root.getBasicConstraints()).isZero();
        assertThat(root.getKeyUsage()).containsExactly(usage(5, 6));
        assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
        assertThat(root.getNonCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.14", "2.5.29.18", "2.5.29.31");
        assertThat(root.getIssuerAlternativeNames()).contains(List.of(URI_NAME, "https://card.utopia.example"));
    }

    /// ISO/IEC 18013-5:2021 Table B.3; names for verifiers of SD-JWT VC besides.
    @Test
    void the_document_signer_is_as_the_standard_says() throws Exception {
        var signer = demonstration(MadeKeys.MADE).certified(Purpose.CARD).certificate();

        assertThat(signer.getSubjectX500Principal().getName())
                .contains("C=XU", "O=Office of the Compatriot Card", "CN=Document signer");
        assertThat(life(signer)).isLessThanOrEqualTo(Duration.ofDays(457));
        assertThat(signer.getBasicConstraints()).isNegative();
        assertThat(signer.getKeyUsage()).containsExactly(usage(0));
        assertThat(signer.getExtendedKeyUsage()).containsExactly("1.0.18013.5.1.2");
        assertThat(signer.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.37");
        assertThat(signer.getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder("2.5.29.14", "2.5.29.17", "2.5.29.18", "2.5.29.31", "2.5.29.35");
        assertThat(signer.getSubjectAlternativeNames())
                .contains(List.of(DNS_NAME, "card.utopia.example"), List.of(URI_NAME, "https://card.utopia.example"));
    }

    @Test
    void whoever_signs_status_lists_says_so() throws Exception {
        var signer = demonstration(MadeKeys.MADE).certified(Purpose.STATUS).certificate();

        assertThat(signer.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.30");
        assertThat(signer.getKeyUsage()).containsExactly(usage(0));
    }

    @ParameterizedTest
    @CsvSource({"UTO,XU", "XAR,XA", "XRU,XR", "FIN,FI"})
    void a_country_has_two_letters(String state, String country) {
        var authority = Authority.ofState("Office", state, URI.create("https://card.example"));

        assertThat(authority.country()).isEqualTo(country);
    }

    /// As a demonstration's folder was before there were certificates: a card key that vouches for itself, no root.
    @Test
    void a_demonstration_from_before_gets_what_it_lacks() throws IOException {
        var some = MadeKeys.unmade(folder);
        Keys.create(some.place(), "Ministry of Utopia", MadeKeys.CLOCK);
        var file = KeyFile.read(some.place().file(), "a long password".toCharArray());
        var made = NewKey.make(Purpose.CARD, new Issuer("Demonstration", true), MadeKeys.MADE, null);
        file.entries().put("card.old", made);
        OwnFile.replace(some.place().file(), file.bytes());
        var old = some.signingAt(MadeKeys.MADE).publicKeys(Purpose.CARD).getFirst();
        assertThatThrownBy(() -> some.signingAt(MadeKeys.MADE).certified(Purpose.CARD))
                .isInstanceOf(KeyRefusal.class)
                .hasMessageContaining("kith keys ceremony");
        var later = MadeKeys.MADE.plus(Duration.ofDays(3));

        var signing = demonstration(later);

        assertThat(signing.certified(Purpose.METADATA).certificate().getNotBefore())
                .isEqualTo(later);
        assertThat(signing.signer(Purpose.CARD).keyId())
                .isEqualTo(signing.certified(Purpose.CARD).signer().keyId())
                .isNotEqualTo(old.id());
        assertThat(signing.publicKeys(Purpose.CARD)).contains(old).hasSize(2);
        assertThat(Files.exists(folder.resolve("keys/root.p12"))).isTrue();
    }

    @Test
    void a_demonstration_that_is_opened_again_has_the_same_keys() {
        var first = demonstration(MadeKeys.MADE);

        var again = demonstration(MadeKeys.MADE.plusSeconds(60));

        assertThat(again.root()).isEqualTo(first.root());
        assertThat(again.certified(Purpose.CARD).certificate())
                .isEqualTo(first.certified(Purpose.CARD).certificate());
    }

    private Signing demonstration(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var keys = Keys.openForDemonstration(
                new KeyPlace(folder.resolve("keys"), folder.resolve("password")), MadeKeys.UTOPIA, clock);
        return new Signing(keys, clock);
    }

    private static List<byte[]> chain(Signing signing, Purpose purpose) throws GeneralSecurityException {
        return List.of(signing.certified(purpose).certificate().getEncoded());
    }

    private static Duration life(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static boolean[] usage(int... set) {
        var bits = new boolean[9];
        for (var bit : set) bits[bit] = true;
        return bits;
    }
}
