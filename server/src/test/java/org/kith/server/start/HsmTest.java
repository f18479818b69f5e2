package org.kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerProcess;
import org.kith.server.keys.SoftHsm;
import org.kith.server.keys.SomeKeys;
import org.kith.server.time.SystemClock;

/// Production on keys in an HSM, as a whole process.
class HsmTest {
    @TempDir
    Path folder;

    @Test
    void the_server_starts_on_it_says_when_it_is_away_and_signs_again_when_it_is_back() throws Exception {
        var hsm = SoftHsm.in(folder.resolve("hsm"));
        Files.writeString(folder.resolve("password"), "a long password");
        SomeKeys.ofProduction(hsm.place(folder.resolve("keys"), folder.resolve("password")), SystemClock.utc());
        var port = ServerProcess.freePort();
        var settings = new HashMap<String, String>();
        settings.put("SERVER_PORT", Integer.toString(port));
        settings.put("KITH_HOME", folder.resolve("home").toString());
        settings.put("KITH_KEYS", folder.resolve("keys").toString());
        settings.put("KITH_KEYS_PASSWORD_FILE", folder.resolve("password").toString());
        settings.put("KITH_HSM", hsm.configuration().toString());
        settings.put("KITH_HSM_PIN_FILE", hsm.pin().toString());
        settings.put("SOFTHSM2_CONF", hsm.settings().toString());
        settings.put("KITH_PRODUCTION", "true");
        settings.put("KITH_BASE_URL", "https://card.example");
        settings.put("KITH_MAIL_HOST", "localhost");

        try (var server = ServerProcess.start(settings).ready()) {
            var keys = health(port);
            assertThat(keys.statusCode()).as(keys.body()).isEqualTo(200);
            assertThat(keys.body().lines())
                    .hasSize(5)
                    .startsWith("ok")
                    .filteredOn(line -> line.endsWith(" SunPKCS11-SoftHSM"))
                    .hasSize(4);

            hsm.goAway();
            var away = await(port, answer -> answer.statusCode() == 503);
            assertThat(away.body())
                    .contains("CARD: the hardware that holds the key does not answer; nothing is issued");
            assertThat(get(port, "/health").statusCode()).isEqualTo(200);

            hsm.comeBack();
            var back = await(port, answer -> answer.statusCode() == 200);
            assertThat(back.body()).isEqualTo(keys.body());
            assertThat(server.output()).doesNotContain("CKR_", "a long password");
        }
    }

    private static HttpResponse<String> await(int port, Predicate<HttpResponse<String>> wanted) throws Exception {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        var answer = health(port);
        while (!wanted.test(answer) && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
            answer = health(port);
        }
        assertThat(wanted.test(answer)).as(answer.body()).isTrue();
        return answer;
    }

    private static HttpResponse<String> health(int port) throws Exception {
        return get(port, "/health/keys");
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
