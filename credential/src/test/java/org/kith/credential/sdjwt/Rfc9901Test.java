package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.PlainJson;

/// What RFC 9901 prints.
class Rfc9901Test {
    /// §5.1: each disclosure of the example, its contents and its digest.
    private static final String EXAMPLE = """
            jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4|["2GLC42sKQveCfGfryNRN9w", "given_name", "John"]
            TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo|["eluV5Og3gSNII8EYnsxA_A", "family_name", "Doe"]
            JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE|["6Ij7tM-a5iVPGboS5tmvVA", "email", "johndoe@example.com"]
            PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI|["eI8ZWm9QnKPpNPeNenHdhQ", "phone_number", "+1-202-555-0101"]
            XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM|["Qg_O64zqAxe412a108iroA", "phone_number_verified", true]
            gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM|["Pc33JM2LchcU_lHggv_ufQ", "birthdate", "1940-01-01"]
            CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI|["G02NSrQfjFXQ7Io09syajA", "updated_at", 1570000000]
            """;

    private static final String ADDRESS = """
            ["AJx-095VPrpTtN4QMOqROA", "address", {"street_address": "123 Main St", "locality": "Anytown", "region": "Anystate", "country": "US"}]""";
    private static final String ADDRESS_DIGEST = "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE";
    private static final String US = "[\"lklxF5jMYlGTPUovMNIvCA\", \"US\"]";
    private static final String US_DIGEST = "pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo";
    private static final String DE = "[\"nPuoQnkRFq3BIeAm7AnXFA\", \"DE\"]";
    private static final String DE_DIGEST = "7Cf6JkPudry3lcbwHgeZ8khAv1U1OSlerP0VkBJrWZ0";

    /// §4.2.1: one disclosure in three spellings, each allowed, each with a digest of its own.
    @ParameterizedTest
    @CsvSource({
        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNXHUwMGY2Yml1cyJd",
        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd"
    })
    void a_disclosure_may_be_spelt_in_several_ways(String disclosure) throws Malformed, SdJwtRefused {
        assertThat(PlainJson.read(Base64Url.read(disclosure)))
                .isEqualTo(List.of("_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"));
        assertThat(verified(SomeCard.payload("_sd", List.of(SomeCard.digest(disclosure))), disclosure))
                .containsEntry("family_name", "Möbius");
    }

    /// §4.2.2 and §4.2.3.
    @ParameterizedTest
    @CsvSource({
        "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0, X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0",
        "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0, w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs"
    })
    void digests_are_those_printed(String disclosure, String digest) {
        assertThat(SomeCard.digest(disclosure)).isEqualTo(digest);
    }

    /// §5.1.
    @Test
    void the_digests_of_the_example_are_those_printed() {
        EXAMPLE.lines().forEach(line -> {
            var bar = line.indexOf('|');
            assertThat(SomeCard.digest(encoded(line.substring(bar + 1)))).isEqualTo(line.substring(0, bar));
        });
        assertThat(SomeCard.digest(encoded(ADDRESS))).isEqualTo(ADDRESS_DIGEST);
        assertThat(SomeCard.digest(encoded(US))).isEqualTo(US_DIGEST);
        assertThat(SomeCard.digest(encoded(DE))).isEqualTo(DE_DIGEST);
    }

    /// §5.1 and §5.2, under our own key: the holder shows names, address and one nationality.
    @Test
    void the_presentation_of_the_example_says_what_is_printed() throws SdJwtRefused {
        var digests = Stream.concat(
                EXAMPLE.lines().map(line -> line.substring(0, line.indexOf('|'))), Stream.of(ADDRESS_DIGEST));
        var payload = SomeCard.payload(
                "_sd",
                digests.toList(),
                "sub",
                "user_42",
                "nationalities",
                List.of(Map.of("...", US_DIGEST), Map.of("...", DE_DIGEST)),
                "_sd_alg",
                "sha-256");
        var names = EXAMPLE.lines().limit(2).map(line -> line.substring(line.indexOf('|') + 1));
        var shown = Stream.concat(names, Stream.of(ADDRESS, US)).map(Rfc9901Test::encoded);

        var claims = verified(payload, shown.toArray(String[]::new));

        assertThat(claims)
                .containsEntry("sub", "user_42")
                .containsEntry("given_name", "John")
                .containsEntry("family_name", "Doe")
                .containsEntry("nationalities", List.of("US"))
                .containsEntry(
                        "address",
                        Map.of(
                                "street_address", "123 Main St",
                                "locality", "Anytown",
                                "region", "Anystate",
                                "country", "US"))
                .containsOnlyKeys("iss", "vct", "sub", "given_name", "family_name", "nationalities", "address");
    }

    private static Map<String, Object> verified(Map<String, Object> payload, String... disclosures)
            throws SdJwtRefused {
        var sdJwt = PresentedSdJwt.parse(SomeCard.signed(payload, disclosures));
        return SomeCard.verifier().verify(sdJwt, SomeCard.UNBOUND).claims();
    }

    private static String encoded(String json) {
        return Base64Url.write(json.getBytes(UTF_8));
    }
}
