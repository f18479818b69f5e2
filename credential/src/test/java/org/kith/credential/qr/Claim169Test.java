package org.kith.credential.qr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kith.credential.Vectors;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import tools.jackson.databind.JsonNode;

class Claim169Test {
    /// The published example `ecdsa-p256-signed` of claim 169.
    private static final String P256_SIGNED =
            "6BF390D20FFWJWG.FKX*4F7B0XKA8FA9DIWENPEJ/5P$DPQE88EB$CBECP9ERZC04E21DDF3/E9"
                    + "6007F3ORAO001KL480 B9OW5UM8SNA3W5746CP01Y8VS8MA85UA QE$345$CVQEX.D$68319+.APGATTMR-89FRP06EW684QIWG$/"
                    + "U-%SZF4/970NH/LV-T30M0NE9HEBUPT:07:.D9UUB2H LM0%4DT98A30HBGO9-DEHNL*4";

    private static final byte[] P256_KEY = HexFormat.of()
            .parseHex("04484d8d125ea6c78af9b7bb16bbbf8ccbd3b5012b8d310f1c47920165666d2572"
                    + "367fd92bce5fe5f2508a6ca0bde5013853cb2c8e1dc313efaeb2b9a4ee492f0a");

    @Test
    void the_published_p256_example_is_verified_and_read() throws Malformed {
        var claims = PresentedCwt.parse(P256_SIGNED).verify(jwk(P256_KEY)).orElseThrow();
        var person = Claim169.of(claims);

        assertThat(claims.issuer()).isEqualTo("https://mosip.example.org");
        assertThat(claims.expiresAt()).isEqualTo(Instant.ofEpochSecond(1800000000));
        assertThat(person.text(Claim169Field.ID)).contains("ID-ECDSA-001");
        assertThat(person.text(Claim169Field.FULL_NAME)).contains("ECDSA Test Person");
    }

    @Test
    void a_code_that_is_no_card_of_ours_is_told_so() {
        assertThatThrownBy(() -> PresentedCardQr.parse(P256_SIGNED))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("year of birth");
    }

    @Test
    void a_field_of_another_type_and_a_text_longer_than_any_code_are_refused() {
        var claims =
                Cbor.map().put(169, Cbor.map().put(4, new Cbor.Int(7)).build()).build();

        assertThatThrownBy(() -> Claim169.of(new CwtClaims(null, null, null, null, null, claims)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("fullName");
        assertThatThrownBy(() -> PresentedCwt.parse("0".repeat(4297)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("longer");
    }

    @TestFactory
    Stream<DynamicTest> each_valid_and_edge_example_is_read_as_published() throws IOException {
        return Stream.concat(examples("valid"), examples("edge"))
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    var example = json(file);
                    if (example.has("encryption_key")) {
                        assertThatThrownBy(() -> token(example)).hasMessage("encrypted");
                        return;
                    }
                    judge(example);
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_invalid_example_is_refused() throws IOException {
        return examples("invalid")
                .map(file -> dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThatThrownBy(
                                        () -> Claim169.of(token(json(file)).unverified()))
                                .isInstanceOf(Malformed.class)));
    }

    private static void judge(JsonNode example) throws Malformed {
        var token = token(example);
        var key = example.path("signing_key");
        var bytes = HexFormat.of().parseHex(key.path("public_key_hex").asString(""));
        switch (key.path("algorithm").asString("none")) {
            case "ES256" -> assertThat(token.verify(jwk(bytes))).isPresent();
            case "EdDSA" -> assertThat(token.verifyEd25519(bytes)).isPresent();
            default -> assertThat(token.verifyEd25519(new byte[32])).isEmpty();
        }
        var person = Claim169.of(token.unverified());
        var expected = example.path("expected_claim169");
        for (var field : Claim169Field.values()) {
            var value = expected.path(field.jsonName());
            if (value.isString()) assertThat(person.text(field)).contains(value.stringValue());
            if (value.isInt()) assertThat(person.number(field)).hasValue(value.intValue());
            if (value.isArray()) assertThat(person.value(field)).get().isInstanceOf(Cbor.Array.class);
        }
        var meta = example.path("expected_cwt_meta");
        assertThat(token.unverified().issuer()).isEqualTo(meta.path("issuer").stringValue());
        assertThat(token.unverified().expiresAt())
                .isEqualTo(Instant.ofEpochSecond(meta.path("expiresAt").longValue()));
        assertThat(token.unverified().notBefore() == null)
                .isEqualTo(meta.path("notBefore").isMissingNode());
    }

    private static PresentedCwt token(JsonNode example) throws Malformed {
        return PresentedCwt.parse(example.path("qr_data").stringValue());
    }

    private static Jwk jwk(byte[] point) {
        return Jwk.ofPoint(Arrays.copyOfRange(point, 1, 33), Arrays.copyOfRange(point, 33, 65));
    }

    private static JsonNode json(Path file) throws Malformed {
        return Json.object(Vectors.read(file).getBytes(UTF_8));
    }

    private static Stream<Path> examples(String kind) throws IOException {
        try (var files = Files.list(Vectors.folder("claim169").resolve(kind))) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }
}
