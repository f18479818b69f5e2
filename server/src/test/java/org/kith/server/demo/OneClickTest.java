package org.kith.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;

class OneClickTest extends ServerTest {
    @Test
    void an_officer_comes_in_with_one_click() {
        var registrar = Visitor.asOfficer(port, "registrar");

        var rooms = registrar.get("/staff");

        assertThat(rooms.status()).isEqualTo(200);
        assertThat(rooms.text()).contains("J. Marrow, registrar");
    }

    @Test
    void whoever_is_not_an_officer_is_asked_to_sign_in() {
        var answer = Visitor.at(port).get("/staff");

        assertThat(answer.path()).isEqualTo("/staff/sign-in?next=/staff");
    }

    @Test
    void one_click_without_the_form_token_is_refused() {
        var visitor = Visitor.at(port);

        var answer = visitor.postBare("/demo/officers/marrow", Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(visitor.get("/staff").path()).startsWith("/staff/sign-in");
    }
}
