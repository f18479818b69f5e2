package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.credential.Vectors;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.Jwk;

/// The example cases of RFC 9901 and of SD-JWT VC. All are covered. Of `w3c-vc_for_slide_deck` the holder key
/// is not
/// read (an RSA key with a shortened modulus, never used there). The two cases in JSON serialization (§8) are
/// put
/// into compact form first, over which their `sd_hash` is made (§8.1): Kith speaks no other.
class SdJwtVectorsTest {
    private static final Jwk ISSUER = Jwk.from(Map.of(
            "kty", "EC",
            "crv", "P-256",
            "x", "b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ",
            "y", "Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8"));

    /// When the key bindings of the examples were made; the credentials end in 2029.
    private static final Clock THEN = Clock.fixed(Instant.ofEpochSecond(1_795_345_290), ZoneOffset.UTC);

    /// Each case with what its holder shows, from its `specification.yml`.
    private static final Map<String, Set<ClaimPath>> SHOWN = Map.ofEntries(
            Map.entry("sd-jwt/rfc9901-examples/address_only_flat", paths("address")),
            Map.entry("sd-jwt/rfc9901-examples/address_only_recursive", paths()),
            Map.entry("sd-jwt/rfc9901-examples/address_only_structured", paths()),
            Map.entry("sd-jwt/rfc9901-examples/address_only_structured_one_open", paths()),
            Map.entry("sd-jwt/rfc9901-examples/arf-pid", paths("nationalities", "age_equal_or_over 18")),
            Map.entry(
                    "sd-jwt/rfc9901-examples/complex_eidas",
                    paths(
                            "verified_claims verification evidence 0",
                            "verified_claims claims gender",
                            "verified_claims claims place_of_birth")),
            Map.entry("sd-jwt/rfc9901-examples/complex_eidas_proposal", paths("verified_claims verification evidence")),
            Map.entry(
                    "sd-jwt/rfc9901-examples/complex_ekyc",
                    paths(
                            "verified_claims verification time",
                            "verified_claims verification evidence 0 method",
                            "verified_claims claims given_name",
                            "verified_claims claims family_name",
                            "verified_claims claims address")),
            Map.entry("sd-jwt/rfc9901-examples/json_serialization_flattened", paths("given_name", "family_name")),
            Map.entry("sd-jwt/rfc9901-examples/json_serialization_general", paths("given_name", "family_name")),
            Map.entry(
                    "sd-jwt/rfc9901-examples/jsonld",
                    paths(
                            "credentialSubject dateOfVaccination",
                            "credentialSubject order",
                            "credentialSubject vaccine atcCode",
                            "credentialSubject vaccine medicinalProductName")),
            Map.entry(
                    "sd-jwt/rfc9901-examples/simple", paths("given_name", "family_name", "address", "nationalities 0")),
            Map.entry("sd-jwt/rfc9901-examples/simple_structured", paths("address region", "address country")),
            Map.entry("sd-jwt/rfc9901-examples/w3c-vc", paths("is_over_18", "given_name")),
            Map.entry("sd-jwt/rfc9901-examples/w3c-vc_for_slide_deck", paths()),
            Map.entry("sd-jwt-vc/examples/01", paths("address", "is_over_65")),
            Map.entry("sd-jwt-vc/examples/02", paths("address", "is_over_65")),
            Map.entry("sd-jwt-vc/examples/03-pid", paths("nationalities", "age_equal_or_over 18")));

    static Stream<String> cases() {
        return SHOWN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_presentation_says_what_was_verified(String name) throws SdJwtRefused, Malformed {
        var folder = Vectors.folder(name);
        var presented = PresentedSdJwt.parse(compact(folder, "sd_jwt_presentation"));

        var verified = verifier(presented).verify(presented, binding(folder));

        assertThat(verified.claims()).isEqualTo(object(folder, "verified_contents.json"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_issued_sd_jwt_says_what_its_issuer_put_in(String name) throws SdJwtRefused, Malformed {
        var folder = Vectors.folder(name);
        var issued = PresentedSdJwt.parse(compact(folder, "sd_jwt_issuance"));

        var verified = verifier(issued).verify(issued, new KeyBinding.None());

        assertThat(issued.issuerJwt().payload()).isEqualTo(object(folder, "sd_jwt_payload.json"));
        assertThat(aboutThePerson(verified.claims())).isEqualTo(aboutThePerson(object(folder, "user_claims.json")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_holder_shows_what_the_example_shows(String name) throws SdJwtRefused, Malformed {
        var folder = Vectors.folder(name);
        var held = HeldSdJwt.parse(compact(folder, "sd_jwt_issuance"));
        var example = compact(folder, "sd_jwt_presentation");

        var shown = held.present(SHOWN.get(name));

        assertThat(shown.split("~", -1))
                .containsExactlyInAnyOrder(
                        example.substring(0, example.lastIndexOf('~') + 1).split("~", -1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void our_issuer_makes_the_same_of_it(String name) throws SdJwtRefused, Malformed {
        var folder = Vectors.folder(name);
        var claims = aboutThePerson(object(folder, "user_claims.json"));
        var disclosable = HeldSdJwt.parse(compact(folder, "sd_jwt_issuance")).disclosable();

        var issued = new SdJwtIssuer(SomeCard.ISSUER.signer(), new SecureRandom())
                .issue("example+sd-jwt", claims, disclosable, 0);

        var presented = PresentedSdJwt.parse(issued);
        var verifier = SdJwtVerifier.ofType("example+sd-jwt", (_, _) -> Optional.of(SomeCard.ISSUER.jwk()), THEN);
        assertThat(verifier.verify(presented, new KeyBinding.None()).claims()).isEqualTo(claims);
        assertThat(HeldSdJwt.parse(issued).disclosable()).isEqualTo(disclosable);
    }

    private static SdJwtVerifier verifier(PresentedSdJwt presented) throws SdJwtRefused {
        IssuerKeys keys = (_, _) -> Optional.of(ISSUER);
        return presented.issuerJwt().hasType(SdJwtVerifier.CREDENTIAL)
                ? SdJwtVerifier.ofCredentials(keys, THEN)
                : SdJwtVerifier.ofType("example+sd-jwt", keys, THEN);
    }

    private static KeyBinding binding(Path folder) throws Malformed {
        if (!Files.exists(folder.resolve("kb_jwt_payload.json"))) return new KeyBinding.None();
        var said = object(folder, "kb_jwt_payload.json");
        return new KeyBinding.Expected((String) said.get("nonce"), (String) said.get("aud"), Duration.ofMinutes(5));
    }

    private static Map<String, Object> aboutThePerson(Map<String, Object> claims) {
        var kept = new HashMap<>(claims);
        kept.keySet().removeAll(Set.of("iss", "iat", "exp", "cnf", "vct"));
        return kept;
    }

    /// The text, or what §8 makes of the JSON in its place.
    private static String compact(Path folder, String name) throws Malformed {
        if (Files.exists(folder.resolve(name + ".txt")))
            return Vectors.read(folder.resolve(name + ".txt")).strip();
        var json = PlainJson.read(Vectors.read(folder.resolve(name + ".json")).getBytes(UTF_8));
        // The file holds the JSON as a string of JSON.
        var jws = json instanceof String text ? PlainJson.readObject(text.getBytes(UTF_8)) : (Map<?, ?>) json;
        var signature = jws.get("signatures") instanceof List<?> many ? (Map<?, ?>) many.getFirst() : jws;
        var header = (Map<?, ?>) signature.get("header");
        var text = new StringBuilder(
                signature.get("protected") + "." + jws.get("payload") + "." + signature.get("signature") + "~");
        for (var disclosure : (List<?>) header.get("disclosures")) {
            text.append(disclosure).append('~');
        }
        return header.get("kb_jwt") instanceof String binding ? text + binding : text.toString();
    }

    private static Map<String, Object> object(Path folder, String file) throws Malformed {
        return PlainJson.readObject(Vectors.read(folder.resolve(file)).getBytes(UTF_8));
    }

    private static Set<ClaimPath> paths(String... paths) {
        return Stream.of(paths).map(SdJwtVectorsTest::path).collect(Collectors.toSet());
    }

    private static ClaimPath path(String steps) {
        return new ClaimPath(Stream.of(steps.split(" ", -1))
                .<Object>map(step -> step.equals("0") ? Integer.valueOf(0) : step)
                .toList());
    }
}
