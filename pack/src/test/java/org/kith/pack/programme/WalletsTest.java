package org.kith.pack.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.pack.SomePack;

/// Which wallets a pack trusts. What is half right in the list is told, and the pack does not load.
class WalletsTest {
    static final List<String> ALL = SomePack.ALL;

    private static final String WALLETS = "wallets.yaml";
    private static final String CALLBACK = "hearth://callback";
    private static final String X = "bD_3gCexzfBppOsuhhvqTSpqJQw-HfgHs2VBNCsWU1o";
    private static final String KEY = X + ", y: tait3Gco5PkYTTjLRUpysEB3gNIP3Iko7ZEj9ybCdY0";
    private static final String SECOND_KEY =
            "ja7X5u5ysrNBB_cu845ssqqnHtJJs0mXNHM5gQILRtc, y: 31X9ebt6QlW9VAdQovwOo8I_NI2WCLa6AlSK4fLTG_w";
    private static final String CLIENTS = "clients: [hearth-android, hearth-ios]";
    private static final String REDIRECTS = "redirects: [\"example.satchel.wallet:/callback\"]";
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    /// Vouches for itself, and may vouch for nobody else. Nobody has its private half.
    private static final String NO_AUTHORITY = """
            - |
              -----BEGIN CERTIFICATE-----
              MIIBgTCCASagAwIBAgIUDKK0pPKiMHwxm8N2V3/4KMY0LXwwCgYIKoZIzj0EAwIw
              NzEcMBoGA1UECgwTU2F0Y2hlbCBDb29wZXJhdGl2ZTEXMBUGA1UEAwwOU2F0Y2hl
              bCB3YWxsZXQwHhcNMjYwMTAxMDAwMDAwWhcNNDYwMTAxMDAwMDAwWjA3MRwwGgYD
              VQQKDBNTYXRjaGVsIENvb3BlcmF0aXZlMRcwFQYDVQQDDA5TYXRjaGVsIHdhbGxl
              dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABK6DJTJmbjzpWGt8H8bHoIURyy42
              FQkJimoHxEmy9DM192K8qD/acnj796aLg9AnGFxIBQI7ATEACCKuOPz6a3OjEDAO
              MAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSQAwRgIhALCMLjvwpFpc5+fIPVxq
              VbrYz3P69WcLsQtxnMxjQ0M0AiEAsPsw8r0pFH+YbBB7/yuhWLJJ3g+/lEliTEC6
              Ksi4TXA=
              -----END CERTIFICATE-----
            """;

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void every_fault_is_named_with_its_line_and_its_mend(String right, String wrong, String told) {
        var pack = SomePack.utopia();

        assertThat(pack.replacing(WALLETS, right, wrong).faults())
                .containsExactly(WALLETS + ":" + pack.line(WALLETS, right) + ": " + told);
    }

    static Stream<Arguments> every_fault_is_named_with_its_line_and_its_mend() {
        return Stream.of(
                Arguments.of(
                        "attestation: pre-authorized",
                        "attestation: anyhow",
                        "`anyhow` is not known here; use one of pre-authorized, none"),
                Arguments.of("live: 14 days", "live: 15 days", "`live` is longer than 14 days; keep it shorter"),
                Arguments.of(
                        "live: 14 days", "live: 12 hours", "`live` cannot be `12 hours`; write `28 days` or `5 years`"),
                Arguments.of(
                        "at-once: 20",
                        "at-once: 21",
                        "`at-once` is not a whole number from 2 to 20; write such a number"),
                Arguments.of("kty: EC", "kty: RSA", "`kty` cannot be `RSA`; only `EC` is read"),
                Arguments.of("crv: P-256", "crv: P-384", "`crv` cannot be `P-384`; only `P-256` is read"),
                Arguments.of(
                        "crv: P-256", "use: enc, crv: P-256", "`use` cannot be `enc`; name a key that signs: `sig`"),
                Arguments.of(X, "bD_3", "`x` cannot be `bD_3`; write 43 letters of base64url"),
                Arguments.of(X, X.replace("bD", "bE"), "`x` and `y` are no point on P-256; copy the key again"),
                Arguments.of("kty: EC", "d: c2VjcmV0, kty: EC", "a private key; take it out, and make a new one"),
                Arguments.of(SECOND_KEY, KEY, "this key stands twice; let one provider or client alone have it, once"),
                Arguments.of(
                        CLIENTS,
                        "clients: [\"hearth ios\"]",
                        "`hearth ios` cannot be a client id; write it without spaces"),
                Arguments.of(
                        CLIENTS,
                        "clients: []",
                        "`clients` lists nothing; list the client ids, or remove the line for any"),
                Arguments.of(CLIENTS, "certificates: []", "`certificates` lists nothing; list one, or remove the line"),
                Arguments.of(
                        REDIRECTS,
                        "redirects: []",
                        "`redirects` lists nothing; list the addresses that people are sent back to"),
                Arguments.of(
                        "[\"" + CALLBACK + "\"",
                        "[\"" + CALLBACK + "\", \"" + CALLBACK + "\"",
                        "`hearth://callback` stands twice; keep one of them"),
                Arguments.of(
                        "id: satchel",
                        "id: hearth",
                        "a second provider or client `hearth`; give one of them another id"),
                Arguments.of(
                        "id: lantern-web",
                        "id: satchel",
                        "a second provider or client `satchel`; give one of them another id"),
                Arguments.of(
                        "id: lantern-web", "id: hearth-ios", "a second client id `hearth-ios`; let one alone have it"),
                Arguments.of(
                        "name: Satchel",
                        "name: \"Satchel\u202e\"",
                        "`name` cannot be `Satchel `; write 60 letters at most, and none that is not seen"),
                Arguments.of(BEGIN, "-----BEGIN PRIVATE KEY-----", "a private key; take it out, and make a new one"),
                Arguments.of(
                        BEGIN,
                        BEGIN + "\n        AAAA",
                        "no certificate in PEM; write one below `- |`, from BEGIN to END"));
    }

    @Test
    void a_wallet_nobody_could_be_known_by_or_sent_back_to_is_told() {
        var utopia = SomePack.utopia();

        assertThat(utopia.replacing(WALLETS, REDIRECTS, "").faults())
                .containsExactly(SomePack.at(WALLETS, "- id: satchel")
                        + ": `redirects` is missing; list the addresses that people are sent back to");
        assertThat(utopia.with(WALLETS, """
                        without-attestation: none
                        providers:
                          - id: hearth
                            name: Hearth
                            redirects: ["hearth://callback"]
                        clients:
                          - id: lantern-web
                            name: Lantern
                            redirects: ["https://lantern.example/"]
                        """).faults())
                .containsExactly(
                        "wallets.yaml:3: nothing to know its wallets by; add `keys:` or `certificates:`",
                        "wallets.yaml:7: nothing to know it by; add `keys:`");
    }

    @Test
    void a_certificate_that_may_vouch_for_nobody_is_told() {
        var pack = SomePack.utopia();

        assertThat(pack.replacing(WALLETS, CLIENTS, "certificates:\n" + NO_AUTHORITY.indent(6))
                        .faults())
                .containsExactly(WALLETS + ":" + (pack.line(WALLETS, CLIENTS) + 2)
                        + ": the certificate is no authority's; name the root that its chain leads to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wallet.example/callback",
                "https://wallet.example/callback?x=1&y=2",
                "org.example.wallet:/callback",
                "lamp:/callback",
                "http://localhost:8080/callback",
                "http://127.0.0.1/callback"
            })
    void people_are_sent_back_to_an_address_of_the_wallets_own(String address) {
        assertThat(SomePack.utopia().replacing(WALLETS, CALLBACK, address).faults())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback",
                "//wallet.example/callback",
                "http://wallet.example/callback",
                "http://localhost.wallet.example/callback",
                "https://wallet.example/callback#",
                "https://wallet.example/callback#top",
                "https://*.wallet.example/callback",
                "https://state.example@wallet.example/callback",
                "https:///callback",
                "https:callback",
                "javascript://%0aalert(1)",
                "JavaScript:alert(1)",
                "data:text/html,hello",
                "intent://callback",
                "file:///etc/passwd",
                "https://wallet.example/call back",
                "https://wallet.example/آ"
            })
    void nobody_is_sent_anywhere_else(String address) {
        assertThat(SomePack.utopia().replacing(WALLETS, CALLBACK, address).faults())
                .containsExactly(SomePack.at(WALLETS, CALLBACK) + ": `" + address
                        + "` cannot be a redirect address;"
                        + " write all of it, without #: https, or a scheme of the wallet's own");
    }

    @Test
    void all_faults_of_the_list_are_told_at_once() {
        var faults = SomePack.utopia()
                .replacing(WALLETS, "live: 14 days", "live: 1 year")
                .replacing(WALLETS, "kty: EC", "d: c2VjcmV0, kty: EC")
                .replacing(WALLETS, CALLBACK, "javascript:alert(1)")
                .replacing(WALLETS, "id: lantern-web", "id: hearth")
                .faults();

        assertThat(faults)
                .extracting(each -> each.replaceAll(": .*", ""))
                .containsExactly(
                        SomePack.at(WALLETS, "live: 14 days"),
                        SomePack.at(WALLETS, "kty: EC"),
                        SomePack.at(WALLETS, CALLBACK),
                        SomePack.at(WALLETS, "id: lantern-web"));
    }

    @Test
    void utopia_trusts_two_makers_and_a_wallet_on_the_web() {
        var wallets = SomePack.utopia().loaded().wallets();

        assertThat(wallets.withoutAttestation()).isTrue();
        assertThat(wallets.copiesLive()).isEqualTo(Period.ofDays(14));
        assertThat(wallets.atOnce()).isEqualTo(20);
        assertThat(wallets.providers()).extracting(Wallets.Provider::id).containsExactly("hearth", "satchel");
        var hearth = wallets.providers().getFirst();
        assertThat(hearth.name()).isEqualTo("Hearth Wallet");
        assertThat(hearth.keys()).hasSize(2);
        assertThat(hearth.clients()).containsExactlyInAnyOrder("hearth-android", "hearth-ios");
        assertThat(hearth.redirects()).containsExactly(CALLBACK, "https://wallet.hearth.example/callback?from=issuer");
        var satchel = wallets.providers().getLast();
        assertThat(satchel.keys()).isEmpty();
        assertThat(satchel.clients()).isEmpty();
        assertThat(satchel.certificates())
                .extracting(root -> root.getSubjectX500Principal().getName())
                .containsExactly("CN=Satchel wallet root,O=Satchel Cooperative");
        assertThat(wallets.clients()).extracting(Wallets.Client::id).containsExactly("lantern-web");
    }

    @Test
    void nobody_vouches_for_the_wallet_of_another() {
        var wallets = SomePack.utopia().loaded().wallets();
        var hearth = wallets.providers().getFirst();
        var satchel = wallets.providers().getLast();

        assertThat(wallets.mayVouch(hearth, "hearth-ios")).isTrue();
        assertThat(wallets.mayVouch(hearth, "satchel-9")).isFalse();
        assertThat(wallets.mayVouch(satchel, "satchel-9")).isTrue();
        assertThat(wallets.mayVouch(satchel, "hearth-ios")).isFalse();
        assertThat(wallets.mayVouch(satchel, "lantern-web")).isFalse();
    }

    @Test
    void a_pack_that_says_nothing_of_wallets_vouches_for_none_and_hands_out_copies_by_offer() {
        var wallets = SomePack.utopia().without(WALLETS).loaded().wallets();

        assertThat(wallets).isEqualTo(Wallets.usual());
        assertThat(wallets.withoutAttestation()).isTrue();
        assertThat(wallets.providers()).isEmpty();
        assertThat(wallets.clients()).isEmpty();
        assertThat(wallets.copiesLive()).isEqualTo(Period.ofDays(14));
    }

    @Test
    void a_pack_may_keep_the_card_out_of_wallets_that_nobody_vouches_for() {
        var wallets = SomePack.utopia()
                .with(WALLETS, "without-attestation: none\n")
                .loaded()
                .wallets();

        assertThat(wallets.withoutAttestation()).isFalse();
        assertThat(wallets.atOnce()).isEqualTo(20);
    }

    /// A key as its owner publishes it, with what else such a set says.
    @Test
    void a_published_key_is_read_as_it_is() {
        assertThat(SomePack.utopia()
                        .replacing(WALLETS, "kty: EC", "kid: k1, use: sig, alg: ES256, kty: EC")
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void no_private_key_comes_along(String name) {
        assertThat(SomePack.of(name).text(WALLETS)).doesNotContain("PRIVATE").doesNotContainPattern("\\bd:");
    }
}
