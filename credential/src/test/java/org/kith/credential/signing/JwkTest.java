package org.kith.credential.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwkTest {
    private static final Map<String, String> RFC_7517 = Map.of(
            "kty", "EC",
            "crv", "P-256",
            "x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
            "y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
            "use", "enc",
            "kid", "1");

    @Test
    void the_thumbprint_is_the_one_openid4vp_prints_for_the_key_of_rfc_7517() {
        assertThat(Jwk.from(RFC_7517).thumbprint()).isEqualTo("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
    }

    @Test
    void written_and_read_again_it_is_the_same_key() {
        for (var round = 0; round < 50; round++) {
            var jwk = SomeKey.fresh().jwk();

            assertThat(Jwk.from(jwk.toMap())).isEqualTo(jwk);
            assertThat((String) jwk.toMap().get("x")).hasSize(43);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kty, RSA",
        "crv, P-384",
        "x, AA",
        "x, not base64",
        "y, 4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyN",
        "y, 4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM="
    })
    void a_member_out_of_order_is_named(String member, String value) {
        var json = new HashMap<String, Object>(RFC_7517);
        json.put(member, value);

        assertThatThrownBy(() -> Jwk.from(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + member + "\"");
    }

    @Test
    void a_point_off_the_curve_is_refused() {
        var json = new HashMap<String, Object>(RFC_7517);
        json.put("y", RFC_7517.get("x"));

        assertThatThrownBy(() -> Jwk.from(json)).hasMessageContaining("not on the curve");
    }

    /// (0, √b) is on the curve; p is 0 by another name.
    @Test
    void a_coordinate_has_one_spelling() {
        var root = HexFormat.of().parseHex("66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4");
        var field = HexFormat.of().parseHex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

        assertThat(Jwk.ofPoint(new byte[32], root).toMap()).containsEntry("x", "A".repeat(43));
        assertThatThrownBy(() -> Jwk.ofPoint(field, root)).hasMessageContaining("not on the curve");
    }

    @Test
    void a_private_key_is_refused() {
        var json = new HashMap<String, Object>(RFC_7517);
        json.put("d", "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE");

        assertThatThrownBy(() -> Jwk.from(json)).hasMessageContaining("private");
    }

    @Test
    void keys_printed_in_standards_are_known_and_a_fresh_one_is_not() {
        assertThat(PublishedTestKeys.contains(SomeKey.ofRfc7515().publicKey())).isTrue();
        assertThat(PublishedTestKeys.contains(Jwk.from(RFC_7517))).isTrue();
        assertThat(PublishedTestKeys.contains(SomeKey.fresh().publicKey())).isFalse();
    }
}
