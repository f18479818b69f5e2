package org.kith.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Json;
import tools.jackson.databind.JsonNode;

/// Spoken byte by byte: a browser would not let a test lie about who asks.
class DoorTest {
    private static final String ORIGIN = "https://card.example";

    private final Pairing pairing = new Pairing(new SecureRandom(), Clock.fixed(SomeChip.NOW, ZoneOffset.UTC));
    private Door door;

    @BeforeEach
    void opens() throws IOException {
        var readings = new Readings(SomeChip.of(SomeChip.passport()), Clock.fixed(SomeChip.NOW, ZoneOffset.UTC));
        door = new Door(0, Origin.of(ORIGIN), pairing, readings).open();
    }

    @AfterEach
    void closes() {
        door.close();
    }

    @Test
    void a_page_of_the_server_is_greeted() throws Exception {
        var answer = ask("GET", "/", ORIGIN, null, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("Access-control-allow-origin: " + ORIGIN, "Vary: Origin", "no-store");
    }

    @Test
    void a_page_of_anybody_else_and_whoever_is_no_page_is_not() throws Exception {
        for (var origin : new String[] {
            "https://evil.example", "https://card.example.evil.example", "http://card.example", "null", "*", ""
        }) {
            var answer = ask("GET", "/", origin, null, "");

            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.head()).doesNotContainIgnoringCase("Access-Control-Allow");
        }
    }

    @Test
    void a_name_that_was_made_to_point_here_is_not_ours() throws Exception {
        var answer = raw("GET / HTTP/1.1\r\nHost: evil.example:%d\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
                .formatted(door.port(), ORIGIN));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void it_is_reached_from_this_computer_only() throws Exception {
        for (var network : java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (var address : java.util.Collections.list(network.getInetAddresses())) {
                if (address.isLoopbackAddress()) continue;
                assertThatThrownBy(() -> new Socket(address, door.port()).close())
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_browser_that_asks_first_is_answered_for_this_origin_alone() throws Exception {
        var asked = """
            OPTIONS /readings HTTP/1.1
            Host: 127.0.0.1:%d
            Origin: %s
            Access-Control-Request-Method: POST
            Access-Control-Request-Private-Network: true
            Access-Control-Request-Headers: authorization,content-type
            Connection: close

            """.replace("\n", "\r\n");

        var ours = raw(asked.formatted(door.port(), ORIGIN));
        var others = raw(asked.formatted(door.port(), "https://evil.example"));

        assertThat(ours.status()).isEqualTo(204);
        assertThat(ours.head())
                .contains("Access-control-allow-origin: " + ORIGIN, "Access-control-allow-private-network: true")
                .doesNotContain("*");
        assertThat(others.status()).isEqualTo(403);
        assertThat(others.head()).doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @Test
    void without_the_code_nothing_is_read() throws Exception {
        assertThat(ask("POST", "/readings", ORIGIN, null, reading()).status()).isEqualTo(401);
        assertThat(ask("POST", "/readings", ORIGIN, "guessed", reading()).status())
                .isEqualTo(401);
    }

    @Test
    void a_code_that_is_guessed_five_times_is_worth_nothing_any_more() throws Exception {
        for (var tries = 0; tries < 5; tries++) pair("0000 0000x" + tries);

        var answer = pair(pairing.code());

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().path("sentence").asString()).contains("Start the reader again");
    }

    @Test
    void with_the_code_a_chip_is_read_and_handed_over_once() throws Exception {
        var session = pair(pairing.code()).json().path("session").asString();
        var begun = ask("POST", "/readings", ORIGIN, session, reading());
        assertThat(begun.status()).isEqualTo(202);
        var path = "/readings/" + begun.json().path("id").asString();

        var read = awaited(path, session);

        assertThat(read.path("state").asString()).isEqualTo("read");
        assertThat(read.path("groups").propertyNames()).containsExactlyInAnyOrder("1", "2", "14", "15");
        assertThat(read.path("chipAuthentication").asString()).isEqualTo("PROVEN");
        assertThat(ask("GET", path, ORIGIN, session, "").status()).isEqualTo(404);
    }

    @Test
    void lines_of_another_passport_are_a_code_and_a_sentence() throws Exception {
        var session = pair(pairing.code()).json().path("session").asString();
        var other = SomeChip.LINES.replace("L898902C36", "L898902D39").replace("ZE184226B<<<<<18", "ZE184226B<<<<<12");
        var begun = ask("POST", "/readings", ORIGIN, session, reading(other));
        if (begun.status() == 409) {
            assertThat(begun.json().path("code").asString()).isEqualTo("lines-unreadable");
            return;
        }
        var failed = awaited("/readings/" + begun.json().path("id").asString(), session);

        assertThat(failed.path("code").asString()).isEqualTo("wrong-mrz");
        assertThat(failed.path("sentence").asString()).contains("Compare");
    }

    @Test
    void nonsense_and_too_much_of_it_is_refused() throws Exception {
        var session = pair(pairing.code()).json().path("session").asString();

        assertThat(ask("POST", "/readings", ORIGIN, session, "{").status()).isEqualTo(400);
        assertThat(ask("POST", "/readings", ORIGIN, session, "{\"challenge\":\"AAAA\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ask("POST", "/readings", ORIGIN, session, "{\"a\":\"" + "a".repeat(5000) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ask("GET", "/readings/none", ORIGIN, session, "").status()).isEqualTo(400);
        assertThat(ask("GET", "/etc/passwd", ORIGIN, session, "").status()).isEqualTo(404);
    }

    @Test
    void an_address_is_the_origin_that_browsers_say() {
        assertThat(Origin.of("https://Card.Example/desk/today").value()).isEqualTo("https://card.example");
        assertThat(Origin.of("https://card.example:443").value()).isEqualTo("https://card.example");
        assertThat(Origin.of("http://localhost:8080/").value()).isEqualTo("http://localhost:8080");
        for (var wrong : new String[] {"", "*", "card.example", "http://card.example", "null", "https://*"}) {
            assertThatThrownBy(() -> Origin.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private record Answer(int status, String head, String body) {
        JsonNode json() throws Exception {
            return Json.object(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String reading() {
        return reading(SomeChip.LINES);
    }

    private static String reading(String lines) {
        return "{\"lines\":\"%s\",\"challenge\":\"%s\"}"
                .formatted(lines.replace("\n", "\\n"), Base64.getEncoder().encodeToString(SomeChip.CHALLENGE));
    }

    private Answer pair(String code) throws IOException {
        return ask("POST", "/pair", ORIGIN, null, "{\"code\":\"" + code + "\"}");
    }

    private JsonNode awaited(String path, String session) throws Exception {
        for (var tries = 0; tries < 300; tries++) {
            var answer = ask("GET", path, ORIGIN, session, "").json();
            if (!answer.path("state").asString().equals("reading")) return answer;
            Thread.sleep(20);
        }
        throw new AssertionError("never over");
    }

    private Answer ask(String method, String path, String origin, String session, String body) throws IOException {
        return raw(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + door.port() + "\r\nConnection: close\r\n"
                + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                + (session == null ? "" : "Authorization: Bearer " + session + "\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private Answer raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), door.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Reader in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            var all = in.readAllAsString();
            var end = all.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        }
    }
}
