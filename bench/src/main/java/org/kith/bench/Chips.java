package org.kith.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kith.credential.emrtd.ChipFiles;
import org.kith.credential.emrtd.PassiveAuthentication;
import org.kith.credential.emrtd.PassiveResult.Genuine;
import org.kith.credential.emrtd.TrustedStates;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.specimen.CardService;
import org.kith.specimen.SpecimenPassport;
import org.kith.specimen.SpecimenState;
import tools.jackson.databind.JsonNode;

/// How long a registrar waits for a chip: from the press of the button until the page has the files, over the reader
/// program, the card service and a specimen's chip; and how long the server then judges.
final class Chips {
    private static final Path READER = Path.of("reader/target/reader-0.1.0.jar");
    private static final String ORIGIN = "https://card.example";
    private static final int PORT = 7399;
    private static final int PORTRAIT = 15_000;
    private static final String JUDGED = ", judged";
    private static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String LINES = """
        P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
        L898902C36UTO7408122F2904157ZE184226B<<<<<18""";

    private final int readings;
    private final Instant now = InstantSource.system().instant();
    private final HttpClient client = HttpClient.newHttpClient();
    private String session = "";

    Chips(int rounds) {
        this.readings = rounds * 6;
    }

    void run() throws Exception {
        var missing = CardService.whatIsMissing();
        if (missing.isPresent()) {
            System.out.println("No chip was measured: " + missing.get() + ".");
            return;
        }
        var state = SpecimenState.of("UT", now);
        var passport = passport(state);
        System.out.println(
                "| a specimen's chip, portrait of 15 KB | read, median (range) | judged by the server, median |");
        System.out.println("|---|---|---|");
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        READER.toString(),
                        ORIGIN,
                        "--port",
                        Integer.toString(PORT))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var service = CardService.start()) {
            session = ask("POST", "/pair", "{\"code\":\"" + code(process) + "\"}")
                    .path("session")
                    .asString();
            var timings = new Timings();
            for (var reading = 0; reading < readings; reading++) {
                once("opened by PACE", service, passport, state, timings);
                once("opened by BAC", service, passport.withoutPace(), state, timings);
            }
            print(timings.sorted());
        } finally {
            process.destroy();
        }
    }

    private void once(String name, CardService service, SpecimenPassport passport, SpecimenState state, Timings timings)
            throws Exception {
        try (var _ = service.lay(passport)) {
            var began = System.nanoTime();
            var read = read();
            timings.add(name, System.nanoTime() - began);
            began = System.nanoTime();
            judge(read, state);
            timings.add(name + JUDGED, System.nanoTime() - began);
        }
        // The card service looks a few times a second whether it is still there.
        Thread.sleep(700);
    }

    private static void print(Map<String, double[]> timings) {
        timings.forEach((name, read) -> {
            var judged = timings.get(name + JUDGED);
            if (judged == null) return;
            System.out.printf(
                    "| %s | %.2f s (%.2f–%.2f) | %.0f ms |%n",
                    name,
                    Timings.at(read, 0.5) / 1e3,
                    read[0] / 1e3,
                    read[read.length - 1] / 1e3,
                    Timings.at(judged, 0.5));
        });
    }

    private JsonNode read() throws Exception {
        var begun = ask(
                "POST",
                "/readings",
                new String(
                        Json.write(Map.of(
                                "lines", LINES, "challenge", Base64.getEncoder().encodeToString(CHALLENGE))),
                        StandardCharsets.UTF_8));
        while (true) {
            var state = ask("GET", "/readings/" + begun.path("id").asString(), "");
            if (state.path("state").asString().equals("read")) return state;
            if (!state.path("state").asString().equals("reading"))
                throw new IllegalStateException(
                        "not read: " + state.path("code").asString());
            Thread.sleep(10);
        }
    }

    private void judge(JsonNode read, SpecimenState state) throws CertificateEncodingException {
        var groups = new HashMap<Integer, byte[]>();
        read.path("groups")
                .propertyStream()
                .forEach(group -> groups.put(Integer.valueOf(group.getKey()), bytes(group.getValue())));
        var trusted = TrustedStates.of(List.of(state.csca().getEncoded()));
        var result = new PassiveAuthentication(trusted).check(ChipFiles.of(bytes(read.path("sod")), groups), now);
        if (!(result instanceof Genuine(var chip))
                || !chip.activeAuthentication().orElseThrow().isProvenBy(CHALLENGE, bytes(read.path("answer"))))
            throw new IllegalStateException("not genuine");
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException, Malformed {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .header("Origin", ORIGIN)
                .header("Authorization", "Bearer " + session)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return Json.object(client.send(request, BodyHandlers.ofByteArray()).body());
    }

    private static String code(Process reader) throws IOException {
        var out = new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Code: ")) return line.substring(6);
        }
        throw new IOException("the reader did not start");
    }

    private static SpecimenPassport passport(SpecimenState state) {
        var face = new byte[PORTRAIT];
        new Random(7).nextBytes(face);
        face[0] = (byte) 0xFF;
        face[1] = (byte) 0xD8;
        face[2] = (byte) 0xFF;
        return state.passport(LINES, face);
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}
