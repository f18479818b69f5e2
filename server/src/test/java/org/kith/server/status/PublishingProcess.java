package org.kith.server.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusReference;
import org.kith.server.keys.Authority;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;

/// A node that publishes lists and does nothing else, in a process of its own: to be killed. It works on the database
/// and with the keys of the server that the test has.
final class PublishingProcess implements AutoCloseable {
    private final Process process;
    private final Path output;

    private PublishingProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// Publishes in rounds until it is killed.
    static PublishingProcess start(Environment server, Duration ahead) throws IOException {
        return start(server, ahead, List.of());
    }

    /// Revokes a position and is gone in the moment after the commit.
    static PublishingProcess revokeAndDie(Environment server, Duration ahead, StatusReference position)
            throws IOException {
        return start(server, ahead, List.of(position.uri(), Integer.toString(position.index())));
    }

    private static PublishingProcess start(Environment server, Duration ahead, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dahead=" + ahead));
        for (var name : List.of("spring.datasource.url", "kith.base-url", "kith.home", "kith.keys")) {
            command.add("-D" + name + "=" + server.getRequiredProperty(name));
        }
        command.add(PublishingProcess.class.getName());
        command.addAll(arguments);
        var output = Files.createTempFile("kith-publishing", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new PublishingProcess(process, output);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /// Kills it as nothing can prevent.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @ComponentScan({"org.kith.server.status", "org.kith.server.keys"})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Node {
        @Bean
        Clock clock() {
            return Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty("ahead")));
        }

        /// For keys that would have to be made; these are the server's.
        @Bean
        Authority authority() {
            return Authority.ofState("Utopia", "UTO", URI.create(System.getProperty("kith.base-url")));
        }
    }

    public static void main(String[] arguments) {
        var node = new SpringApplicationBuilder(Node.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run();
        if (arguments.length == 0) return;

        // Whatever this process might still have done after its commit, it does not.
        node.getBean(StatusRounds.class).stop();
        var position = new StatusReference(arguments[0], Integer.parseInt(arguments[1]));
        node.getBean(StatusPositions.class).set(position, Status.INVALID);
        Runtime.getRuntime().halt(137);
    }
}
