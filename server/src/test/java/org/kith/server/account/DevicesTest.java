package org.kith.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;

class DevicesTest extends ServerTest {
    private final String email = "devices-" + UUID.randomUUID() + "@example.org";

    @Test
    void a_person_sees_their_address_and_where_they_are_signed_in() {
        var here = Visitor.asPerson(port, email);
        Visitor.asPerson(port, email);

        var page = here.get("/account");

        assertThat(page.text()).contains("Your ways in", email, "This device", "Sign out all other devices");
        assertThat(page.body().split("Signed in by a link", -1)).hasSize(3);
    }

    @Test
    void signing_out_other_devices_ends_them_and_nobody_elses() {
        var here = Visitor.asPerson(port, email);
        var library = Visitor.asPerson(port, email);
        var neighbour = Visitor.asPerson(port, "neighbour-" + email);

        here.get("/account");
        var after = here.post("/account/devices/end", Map.of());

        assertThat(after.text()).contains("You are signed in nowhere else.");
        assertThat(library.get("/home").path()).startsWith("/sign-in");
        assertThat(neighbour.get("/home").path()).isEqualTo("/home");
        assertThat(jdbc.sql("select count(*) from journal where deed = 'OTHER_DEVICES_SIGNED_OUT'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void an_officer_signed_in_beside_the_person_stays() {
        var here = Visitor.asPerson(port, email);
        var shared = Visitor.asPerson(port, email);
        shared.alsoAsOfficer("registrar", 1);

        here.get("/account");
        here.post("/account/devices/end", Map.of());

        assertThat(shared.get("/home").path()).startsWith("/sign-in");
        assertThat(shared.get("/desk/today").path()).isEqualTo("/desk/today");
    }

    @Test
    void whoever_signs_out_or_in_as_another_leaves_the_list() {
        var here = Visitor.asPerson(port, email);
        var shared = Visitor.asPerson(port, email);

        shared.get("/demo");
        shared.post("/demo/person", Map.of("email", "another-" + email));

        assertThat(here.get("/account").text()).contains("You are signed in nowhere else.");
        here.get("/account");
        here.post("/sign-out", Map.of());
        assertThat(Visitor.asPerson(port, email).get("/account").text()).contains("You are signed in nowhere else.");
    }
}
