package org.kith.server.judges;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A library in a process of its own, which does one job after another: lines of JSON in, lines of JSON out.
final class Judge implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final Writer jobs;

    private Judge(Process process, Path log) {
        this.process = process;
        this.log = log;
        answers = process.inputReader(StandardCharsets.UTF_8);
        jobs = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Judge start(Library library, Path certificate) throws IOException {
        var log = Files.createTempFile("judge", ".log");
        var judge = new Judge(
                library.orSkip(certificate).redirectError(log.toFile()).start(), log);
        judge.next();
        return judge;
    }

    /// What came of a job.
    ///
    /// @param at the line of the library that refused, empty where it did not or is not known
    record Verdict(JsonNode result, String error, String at) {
        boolean passed() {
            return error.isEmpty();
        }
    }

    /// @param browser takes a person to an address, and tells where that led them
    Verdict judge(Map<String, ?> job, UnaryOperator<String> browser) throws IOException {
        say(job);
        var answer = next();
        while (answer.has("visit")) {
            say(Map.of("redirected", browser.apply(answer.get("visit").asString())));
            answer = next();
        }
        return new Verdict(
                answer.path("result"),
                answer.path("error").asString(""),
                answer.path("at").asString(""));
    }

    private void say(Map<String, ?> message) throws IOException {
        jobs.write(JSON.writeValueAsString(message) + "\n");
        jobs.flush();
    }

    private JsonNode next() throws IOException {
        var line = answers.readLine();
        if (line == null) throw new AssertionError("the library's process is over\n" + Files.readString(log));
        return JSON.readTree(line);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
