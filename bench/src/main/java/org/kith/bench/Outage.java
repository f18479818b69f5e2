package org.kith.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.kith.bench.Applicant.Filed;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import tools.jackson.databind.JsonNode;

/// Visits that three registrars of two centres finished and signed while the line was down, sent as their devices send
/// them: each once, by one device after the other and by four at once, and then all of them again.
final class Outage {
    private static final List<String> REGISTRARS = List.of("marrow", "pell", "fenn");
    private static final List<String> FIELDS =
            List.of("surname", "given_names", "birth_date", "nationality", "issuer", "number", "expiry");
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 4;
    private static final int FILING_AT_ONCE = 20;

    private final Path jar;
    private final Path home;
    private final int visits;
    private final byte[] photo;
    private final SecureRandom random = new SecureRandom();

    Outage(Path jar, Path home, int visits) throws IOException {
        this.jar = jar;
        this.home = home;
        this.visits = visits;
        this.photo = Photo.atCounter();
    }

    /// One visit as a device holds it until the line is back.
    private record Parcel(String officer, Map<String, String> fields) {}

    void run() throws Exception {
        var centres = Map.of("KITH_CENTRES", Centre.write(home).toString());
        try (var server = Server.start(jar, home, centres)) {
            stayWithinTheDay(server);
            var lines = filed(server);
            var parcels = signed(server, lines);
            Collections.shuffle(parcels);
            var outcomes = new ConcurrentHashMap<String, Integer>();
            var table = new OutageTable(new OutageLimit(home, photo));
            synchronise("sent once", server, parcels, table, outcomes);
            synchronise("all of them again", server, parcels, table, outcomes);
            table.print(parcels.size());
            System.out.printf("%nThe server answered %s.%n", new TreeMap<>(outcomes));
            System.out.println(kept());
        }
    }

    /// Visits are booked for today; a day that is nearly over gives way to the next.
    private static void stayWithinTheDay(Server server) throws IOException, InterruptedException {
        var anyone = new Browser(server.origin(), new Timings());
        anyone.get("/demo");
        for (var hour = LocalTime.now(ZoneOffset.UTC).getHour(); hour >= 18 && hour <= 24; hour++) {
            anyone.post("/demo/clock", Map.of("step", "HOUR"));
        }
    }

    /// People who come today, and the lines of their passports by the reference that is printed.
    private Map<String, String> filed(Server server) throws Exception {
        var lines = new ConcurrentHashMap<String, String>();
        var progress = new Progress("people who apply and book", visits);
        var atOnce = new Semaphore(FILING_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, visits)
                    .mapToObj(number -> (Callable<Boolean>) () -> {
                        atOnce.acquire();
                        try {
                            var filed = apply(server, number);
                            lines.put(filed.reference(), filed.lines());
                            progress.step();
                        } finally {
                            atOnce.release();
                        }
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) done.get();
        }
        return lines;
    }

    private static Filed apply(Server server, int number) throws IOException, InterruptedException {
        var browser = new Browser(server.origin(), new Timings());
        var centre = number % REGISTRARS.size() == 2 ? Centre.OTHER : Centre.CODE;
        return new Applicant(browser, "outage-%d@example.org".formatted(number), true).apply(centre);
    }

    private List<Parcel> signed(Server server, Map<String, String> lines) throws Exception {
        var parcels = new ArrayList<Parcel>();
        var taken = new HashSet<String>();
        for (var registrar : REGISTRARS) {
            var day = Json.object(signedIn(server, registrar)
                    .post("/desk/offline/day", Map.of())
                    .getBytes(UTF_8));
            var key = new OfficersKey(server.origin());
            try (var connection = Data.asSuperuser(home)) {
                key.register(connection, UUID.fromString(day.path("officer").asString()));
            }
            // Two of them share a centre, and the people who come to it.
            var share = registrar.equals("marrow") ? visits / REGISTRARS.size() : visits;
            for (var visit : day.path("visits")) {
                if (share == 0 || !taken.add(visit.path("booking").asString())) continue;
                share--;
                var typed = lines.get(visit.path("reference").asString());
                if (typed != null) parcels.add(parcel(registrar, day, visit, typed, key));
            }
        }
        if (parcels.size() != visits) throw new IllegalStateException("taken along were " + parcels.size());
        return parcels;
    }

    private Parcel parcel(String registrar, JsonNode day, JsonNode visit, String lines, OfficersKey key)
            throws GeneralSecurityException {
        var at = Instant.parse(day.path("taken_at").asString()).plusSeconds(1);
        var salt = new byte[32];
        random.nextBytes(salt);
        var form = new TreeMap<String, Object>();
        form.put("version", 2);
        form.put("salt", Base64Url.write(salt));
        form.put("check", UUID.randomUUID().toString());
        form.put("application", visit.path("application").asString());
        form.put("booking", visit.path("booking").asString());
        for (var name : List.of("centre", "officer"))
            form.put(name, day.path(name).asString());
        form.put("day", day.path("id").asString());
        form.put("at", at.toString());
        form.put("chip", false);
        form.put("assurance", "substantial");
        form.put("document", "yes");
        form.put("face", "yes");
        form.put("lines", Base64Url.write(OfficersKey.sha256(lines.getBytes(UTF_8))));
        form.put("photo", Base64Url.write(OfficersKey.sha256(photo)));
        var fields = new TreeMap<String, Object>();
        for (var field : FIELDS) fields.put(field, Map.of("result", "same"));
        form.put("fields", fields);
        var points = new TreeMap<String, Object>();
        for (var point : visit.path("points")) points.put(point.path("id").asString(), "checked");
        points.replace("chip-read", "no_device");
        form.put("points", points);
        var bytes = Json.write(form);
        return new Parcel(
                registrar,
                Map.of(
                        "form",
                        Base64Url.write(bytes),
                        "credential",
                        key.show(OfficersKey.sha256(bytes)),
                        "lines",
                        lines,
                        "arrived",
                        at.toString()));
    }

    /// In turn, so that a noisy machine is as noisy for one device as for four; each device sends as many.
    private void synchronise(
            String what, Server server, List<Parcel> parcels, OutageTable table, Map<String, Integer> outcomes)
            throws Exception {
        var progress = new Progress(what, parcels.size());
        var from = 0;
        for (var round = 0; round < ROUNDS; round++) {
            table.bare();
            var until = parcels.size() * (round + 1) / ROUNDS;
            var middle = from + (until - from) / (1 + AT_ONCE);
            for (var devices : new int[] {1, AT_ONCE}) {
                var batch = devices == 1 ? parcels.subList(from, middle) : parcels.subList(middle, until);
                var begun = System.nanoTime();
                send(server, batch, devices, progress, outcomes);
                table.add(what + ", devices at once: " + devices, (System.nanoTime() - begun) / 1e9 / batch.size());
            }
            from = until;
        }
    }

    private void send(Server server, List<Parcel> batch, int devices, Progress progress, Map<String, Integer> outcomes)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, devices)
                    .mapToObj(device -> (Callable<Boolean>) () -> {
                        var browsers = new TreeMap<String, Browser>();
                        for (var i = device; i < batch.size(); i += devices) {
                            var parcel = batch.get(i);
                            if (!browsers.containsKey(parcel.officer()))
                                browsers.put(parcel.officer(), signedIn(server, parcel.officer()));
                            outcomes.merge(sent(browsers.get(parcel.officer()), parcel), 1, Integer::sum);
                            progress.step();
                        }
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(all)) done.get();
        }
    }

    private String sent(Browser registrar, Parcel parcel) throws IOException, InterruptedException, Malformed {
        var answer = registrar.upload("/desk/offline/visits", parcel.fields(), "photo", photo, "image/jpeg");
        return Json.object(answer.getBytes(UTF_8)).path("why").asString();
    }

    private static Browser signedIn(Server server, String registrar) throws IOException, InterruptedException {
        var browser = new Browser(server.origin(), new Timings());
        browser.get("/demo");
        browser.post("/demo/officers/" + registrar, Map.of());
        browser.get("/desk/today");
        return browser;
    }

    /// What there is afterwards, counted in the tables.
    private String kept() throws IOException, SQLException {
        var sql = """
                select (select count(*) from identity_check), (select count(distinct booking) from identity_check),
                       (select count(*) from photo), (select count(*) from journal where deed = 'IDENTITY_CONFIRMED'),
                       (select count(*) from booking where state = 'SEEN')
                """;
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return "Kept: %d checks of %d visits, %d photos, %d entries in the journal, %d visits seen; %d were sent."
                    .formatted(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getInt(5), visits);
        }
    }
}
