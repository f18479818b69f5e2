package org.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest extends ServerTest {
    @Test
    void the_walls_between_modules_stand() {
        ApplicationModules.of(Kith.class).verify();
    }

    @Test
    void a_missing_page_says_so_in_the_language_asked_for() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/assets/none.css"))
                .header("Accept-Language", "ar")
                .header("Accept", "text/html")
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
