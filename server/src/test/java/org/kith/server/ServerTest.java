package org.kith.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A whole server on a port of its own, beside a real PostgreSQL that all tests of a run share.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"kith.programme=../programmes/utopia", "kith.cases.routing=by-hand"})
public abstract class ServerTest {
    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path HOME = temporary();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var free = freePort();
        registry.add("server.port", () -> free);
        registry.add("kith.base-url", () -> "${kith.test.scheme:http}://localhost:" + free);
        var database = freshDatabase();
        registry.add("spring.datasource.url", () -> database);
        registry.add("kith.home", HOME::toString);
        // Certificates name the state and the address, which differ from server to server.
        registry.add("kith.keys", () -> HOME.resolve("keys-" + free).toString());
    }

    /// The address of a new, empty database. Each server of a run has its own, as each has its own base URL.
    public static String freshDatabase() {
        var name = "kith_" + NUMBER.incrementAndGet();
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    /// Chosen before the server starts, because its links and passkeys name the port.
    protected static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nothing has to be on the disk: what survives a kill is tested with the PostgreSQL that the server brings along.
    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("kith-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
