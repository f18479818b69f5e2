package org.kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerProcess;
import org.kith.server.Visitor;

/// What was acknowledged of a file survives a server killed in the middle.
class UploadKilledTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_goes_on_after_the_server_was_killed_under_it() throws Exception {
        var port = ServerProcess.freePort();
        var settings = Map.of("KITH_HOME", folder.resolve("home").toString(), "SERVER_PORT", Integer.toString(port));
        var photo = SomeFile.noise(11, 1600, 1200);
        String address;
        int acknowledged;
        Visitor layla;
        TusClient client;
        try (var server = ServerProcess.start(settings).ready()) {
            layla = Visitor.asPerson(port, "layla@example.org");
            layla.get("/home");
            layla.post("/apply/start", Map.of());
            client = new TusClient(layla, port);
            address = client.begin(photo);
            client.patch(address, photo, 0, 400_000);
            acknowledged = client.offset(address);
            // Half of the next piece is on the line when the machine goes.
            client.sendAndVanish(address, photo, acknowledged, acknowledged + 100_000);
            server.kill();
        }

        try (var _ = ServerProcess.start(settings).ready()) {
            var found = client.offset(address);
            assertThat(found).isGreaterThanOrEqualTo(acknowledged).isLessThanOrEqualTo(acknowledged + 100_000);
            assertThat(client.patch(address, photo, found, photo.length).statusCode())
                    .isEqualTo(204);

            assertThat(layla.get(TusClient.KIND).text()).contains("What we keep");
        }
    }
}
