package org.kith.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// S3Proxy in a process of its own, with objects in a folder: it can be stopped, and come back with what it had.
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "kith-files";
    public static final String KEY_ID = "kith";
    public static final String SECRET = "not-a-secret";

    private static final Path CLASS_PATH = Path.of("../stand-ins/target/s3proxy.classpath");

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// Starts it, where the build has fetched it; `KITH_REQUIRE=s3` makes its absence a failure.
    public static S3Server orSkip(Path folder) throws IOException, InterruptedException {
        if (!Files.exists(CLASS_PATH)) {
            var required = System.getenv().getOrDefault("KITH_REQUIRE", "").contains("s3");
            if (required) throw new AssertionError("KITH_REQUIRE names s3, and there is no " + CLASS_PATH);
            Assumptions.abort("S3Proxy was not fetched, so nothing was kept in a bucket");
        }
        Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
        var server = new S3Server(folder, ServerProcess.freePort());
        server.start();
        return server;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where its objects lie, for tests that look at every byte.
    public Path objects() {
        return folder.resolve("objects").resolve(BUCKET);
    }

    /// Starts it, or starts it again; where it runs, it goes on.
    public void start() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) return;

        var settings = Files.writeString(
                folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=none
                jclouds.credential=none
                jclouds.filesystem.basedir=%s
                """.formatted(endpoint(), KEY_ID, SECRET, folder.resolve("objects")));
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASS_PATH),
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        awaitAnswer();
    }

    public void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        for (var tries = 0; tries < 1200; tries++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(100);
            }
            if (!process.isAlive()) break;
        }
        throw new AssertionError("S3Proxy does not answer\n" + Files.readString(folder.resolve("s3proxy.log")));
    }
}
