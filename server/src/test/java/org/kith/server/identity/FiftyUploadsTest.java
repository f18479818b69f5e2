package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerProcess;
import org.kith.server.Visitor;

/// Fifty people who send five megabytes each, at once, to a server whose whole heap is smaller than what they send.
@EnabledIfEnvironmentVariable(
        named = "KITH_FULL",
        matches = "true",
        disabledReason = "long: bin/test --full sends fifty files at once")
class FiftyUploadsTest {
    private static final int PEOPLE = 50;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void fifty_files_pass_through_a_heap_smaller_than_they_are() throws Exception {
        var port = ServerProcess.freePort();
        var settings = Map.of(
                "KITH_HOME",
                folder.resolve("home").toString(),
                "SERVER_PORT",
                Integer.toString(port),
                "KITH_DRAWING_TIME",
                "5m",
                "JAVA_TOOL_OPTIONS",
                "-Xmx220m -XX:+ExitOnOutOfMemoryError -Xlog:gc");
        var photo = SomeFile.noise(50, 3500, 2650);
        assertThat(photo.length).isBetween(5_000_000, 7_000_000);

        try (var server = ServerProcess.start(settings).ready();
                var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = new ArrayList<TusClient>();
            for (var i = 0; i < PEOPLE; i++) people.add(someone(port, i));
            var begun = System.nanoTime();
            var sending = new ArrayList<Callable<Integer>>();
            for (var person : people) sending.add(() -> send(person, photo));
            for (var sent : together.invokeAll(sending)) assertThat(sent.get()).isEqualTo(204);

            System.out.printf(
                    "%d files of %,d bytes in %d s%n",
                    PEOPLE, photo.length, (System.nanoTime() - begun) / 1_000_000_000);
            System.out.println(most(server.output()));
        }
    }

    private static int send(TusClient person, byte[] photo) {
        var address = person.begin(photo);
        var status = 0;
        for (var at = 0; at < photo.length; at += MEGABYTE) {
            status = person.patch(address, photo, at, Math.min(photo.length, at + MEGABYTE))
                    .statusCode();
        }
        return status;
    }

    private static TusClient someone(int port, int number) {
        var visitor = Visitor.asPerson(port, "fifty-" + number + "@example.org");
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        return new TusClient(visitor, port);
    }

    /// What was left on the heap after the fullest collection.
    private static String most(String output) {
        return output.lines()
                .filter(line -> line.contains("Pause"))
                .map(line ->
                        line.replaceAll(".*?(\\d+)M->(\\d+)M\\((\\d+)M\\).*", "$2 MB after a collection, of $3 MB"))
                .max(java.util.Comparator.comparingInt(line -> Integer.parseInt(line.substring(0, line.indexOf(' ')))))
                .orElse("no collection");
    }
}
