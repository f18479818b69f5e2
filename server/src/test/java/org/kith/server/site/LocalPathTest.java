package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/home", "/apply/questions/name", "/desk/applications/0d1e-42", "/check.html"})
    void a_page_of_ours_is_one(String path) {
        assertThat(LocalPath.of(path)).contains(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "home", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
                "https://evil.example", "javascript:alert(1)", "/a//b", "/../etc", "/a/..", "/%2f%2fevil.example",
                "/home?next=//evil.example", "/home#x", "/home\r\nSet-Cookie: a=b", " /home", "/home ",
                        "/\t/evil.example",
                "/@evil.example", "/:80"
            })
    void what_could_lead_elsewhere_is_not(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
        assertThatThrownBy(() -> new LocalPath(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_endless_path_is_not_kept() {
        assertThat(LocalPath.of("/" + "a".repeat(300))).isEmpty();
    }
}
