package org.kith.credential.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Malformed;

class JwsTest {
    private final SomeKey key = SomeKey.fresh();

    @Test
    void what_is_signed_is_genuine_and_names_its_key_and_kind() throws Malformed {
        var jws = Jws.parse(Jws.sign("statuslist+jwt", "{}".getBytes(UTF_8), key.signer()));

        assertThat(jws.verify(key.publicKey())).isTrue();
        assertThat(jws.verify(SomeKey.fresh().publicKey())).isFalse();
        assertThat(jws.kid()).contains(key.jwk().thumbprint());
        assertThat(jws.typ()).isEqualTo("statuslist+jwt");
        assertThat(jws.payload()).isEqualTo("{}".getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"alg\":\"none\"}, ES256",
        "{\"alg\":\"HS256\"}, ES256",
        "{\"alg\":\"ES384\"}, ES256",
        "{}, ES256",
        "{\"alg\":\"ES256\";\"crit\":[\"exp\"]}, critical",
        "{\"alg\":\"ES256\";\"alg\":\"ES256\"}, JSON"
    })
    void a_header_that_asks_for_something_else_is_refused(String header, String fault) {
        var compact = Base64Url.write(header.replace(';', ',').getBytes(UTF_8)) + ".e30.AA";

        assertThatThrownBy(() -> Jws.parse(compact))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({"''", "e30", "e30.e30", "e30.e30.AA.AA", "e30=.e30.AA", "e31.e30.AA", "e30.e30.A", "e30. e30.AA"})
    void what_is_no_compact_jws_is_refused(String text) {
        assertThatThrownBy(() -> Jws.parse(text)).isInstanceOf(Malformed.class);
    }
}
