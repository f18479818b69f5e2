package org.kith.credential.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "null",
                "{",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "// comment\n{}"
            })
    void what_two_readers_might_read_differently_is_refused(String text) {
        assertThatThrownBy(() -> Json.object(text.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Test
    void nesting_without_end_is_refused() {
        var text = "{\"a\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> Json.object(text.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Test
    void a_fault_is_told_by_its_place_and_not_by_what_stands_there() {
        assertThatThrownBy(() -> Json.object("{\n  Olena".getBytes(UTF_8)))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("Olena");
        assertThatThrownBy(() -> Json.object("{\n  Olena".getBytes(UTF_8))).hasNoCause();
    }

    @Test
    void an_object_is_read() throws Malformed {
        assertThat(Json.object("{\"a\": 1}".getBytes(UTF_8)).path("a").intValue())
                .isEqualTo(1);
    }
}
