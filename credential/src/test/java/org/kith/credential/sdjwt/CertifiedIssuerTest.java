package org.kith.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.credential.sdjwt.SomeCard.UNBOUND;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.trust.SomeSigner;

class CertifiedIssuerTest {
    private final SomeSigner signer = SomeSigner.fresh();

    @Test
    void a_card_is_believed_by_the_root_of_its_signer() throws Exception {
        var card = verifier(SomeCard.NOW).verify(PresentedSdJwt.parse(issued()), UNBOUND);

        assertThat(card.claims()).containsAllEntriesOf(SomeCard.claims());
        assertThat(card.issuer()).contains(SomeCard.ISSUER_URI);
    }

    @Test
    void the_signers_own_certificate_goes_along_and_nothing_else_names_the_key() throws Exception {
        var header = PlainJson.readObject(Base64Url.read(issued().substring(0, issued().indexOf('.'))));

        assertThat(header).containsOnlyKeys("alg", "typ", "x5c");
        assertThat(header.get("x5c"))
                .isEqualTo(List.of(
                        Base64.getEncoder().encodeToString(signer.certificate().getEncoded())));
    }

    @Test
    void a_certificate_of_another_key_is_found_before_anything_is_signed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SdJwtIssuer(SomeKey.fresh().signer(), signer.certificate(), new SecureRandom()));
    }

    @Test
    void whoever_brings_a_root_along_is_not_believed() throws Exception {
        var stranger = SomeSigner.fresh();

        refused(signed(stranger.key(), payload(), x5c(stranger.certificate())), SdJwtRefused.Reason.UNKNOWN_KEY);
        refused(
                signed(stranger.key(), payload(), x5c(stranger.certificate(), stranger.root())),
                SdJwtRefused.Reason.UNKNOWN_KEY);
        refused(
                signed(stranger.key(), payload(), x5c(stranger.certificate(), signer.root())),
                SdJwtRefused.Reason.UNKNOWN_KEY);
        refused(
                signed(stranger.key(), payload(), x5c(signer.certificate(), stranger.certificate())),
                SdJwtRefused.Reason.NOT_GENUINE);
    }

    @Test
    void a_certificate_for_other_work_is_not_believed() throws Exception {
        for (var wanted : List.of(
                new SomeSigner.Wanted().until(SomeCard.NOW.minus(Duration.ofDays(1))),
                new SomeSigner.Wanted().purpose("1.3.6.1.5.5.7.3.1"))) {
            var other = SomeSigner.fresh(wanted);
            var token = signed(other.key(), payload(), x5c(other.certificate()));

            assertThatThrownBy(() -> SdJwtVerifier.ofCredentials(
                                    IssuerKeys.certified(SomeCard.ISSUER_URI, other.roots(), SomeCard.CLOCK),
                                    SomeCard.CLOCK)
                            .verify(PresentedSdJwt.parse(token), UNBOUND))
                    .isInstanceOfSatisfying(
                            SdJwtRefused.class, e -> assertThat(e.reason()).isEqualTo(SdJwtRefused.Reason.UNKNOWN_KEY));
        }
    }

    @Test
    void a_card_is_believed_no_longer_than_its_signers_certificate() {
        var later = SomeSigner.NOW.plus(Duration.ofDays(400));
        var content = SomeCard.content();
        var lasting = new SdJwtContent(
                content.issuer(),
                content.type(),
                content.issuedAt(),
                null,
                later.plus(Duration.ofDays(1)),
                content.holder(),
                null,
                content.claims(),
                content.disclosable(),
                0);
        var token = new SdJwtIssuer(signer.key().signer(), signer.certificate(), new SecureRandom()).issue(lasting);

        assertThatThrownBy(() -> verifier(later).verify(PresentedSdJwt.parse(token), UNBOUND))
                .isInstanceOfSatisfying(
                        SdJwtRefused.class, e -> assertThat(e.reason()).isEqualTo(SdJwtRefused.Reason.UNKNOWN_KEY));
    }

    @Test
    void a_signer_speaks_for_its_own_issuer_alone() throws Exception {
        var other = payload();
        other.put("iss", "https://elsewhere.example");
        var nameless = payload();
        nameless.remove("iss");

        refused(signed(signer.key(), other, x5c(signer.certificate())), SdJwtRefused.Reason.UNKNOWN_KEY);
        assertThat(verifier(SomeCard.NOW)
                        .verify(
                                PresentedSdJwt.parse(signed(signer.key(), nameless, x5c(signer.certificate()))),
                                UNBOUND)
                        .issuer())
                .isEmpty();
    }

    @Test
    void what_is_no_list_of_certificates_is_not_believed() throws Exception {
        var der = signer.certificate().getEncoded();
        for (var x5c : new Object[] {
            List.of(),
            List.of("%"),
            List.of(7L),
            "text",
            List.of(Base64.getEncoder().encodeToString(new byte[3])),
            List.of(Base64.getMimeEncoder().encodeToString(der))
        }) {
            refused(signed(signer.key(), payload(), x5c), SdJwtRefused.Reason.UNKNOWN_KEY);
        }
        refused(signed(signer.key(), payload(), null), SdJwtRefused.Reason.UNKNOWN_KEY);
    }

    private String issued() {
        return new SdJwtIssuer(signer.key().signer(), signer.certificate(), new SecureRandom())
                .issue(SomeCard.content());
    }

    private SdJwtVerifier verifier(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return SdJwtVerifier.ofCredentials(IssuerKeys.certified(SomeCard.ISSUER_URI, signer.roots(), clock), clock);
    }

    private void refused(String token, SdJwtRefused.Reason reason) {
        assertThatThrownBy(() -> verifier(SomeCard.NOW).verify(PresentedSdJwt.parse(token), UNBOUND))
                .isInstanceOfSatisfying(
                        SdJwtRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Map<String, @Nullable Object> payload() {
        return SomeCard.payload();
    }

    private static String signed(SomeKey key, Map<String, @Nullable Object> payload, @Nullable Object x5c) {
        var header = new LinkedHashMap<String, @Nullable Object>();
        header.put("alg", "ES256");
        header.put("typ", "dc+sd-jwt");
        if (x5c != null) header.put("x5c", x5c);
        return SomeCard.jwt(header, payload, key) + "~";
    }

    private static List<String> x5c(X509Certificate... chain) throws Exception {
        var texts = new ArrayList<String>();
        for (var each : chain) texts.add(Base64.getEncoder().encodeToString(each.getEncoded()));
        return texts;
    }
}
