package org.kith.server.judges;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Wallets and checkers of other people, as they lie in `judges/`.
@SuppressWarnings("ImmutableEnumChecker") // List.of
enum Library {
    OPENID4VCI("@openid4vc/openid4vci 0.4.6", "openid4vci.mjs"),
    OPENID4VCI_NEXT("@openid4vc/openid4vci 0.5.0-alpha", "openid4vci.mjs", "next"),
    CREDO("@credo-ts/openid4vc 0.6.3", "credo.mjs"),
    EUDI("eudi-lib-jvm-openid4vci-kt 0.7.1", "eudi"),
    MULTIPAZ("multipaz 0.102.0", "multipaz"),
    SD_JWT("@sd-jwt/sd-jwt-vc 0.19.0", "sd-jwt.mjs");

    private static final int OLDEST_NODE = 20;
    private static final Path SCRIPTS = Path.of("../judges/node");
    private static final Path FETCHED = SCRIPTS.resolve("node_modules/.package-lock.json");
    private static final Path CLASS_PATH = Path.of("../judges/kotlin/target/wallet.classpath");
    private static final Path CLASSES = Path.of("../judges/kotlin/target/test-classes");

    final String title;
    private final List<String> script;

    Library(String title, String... script) {
        this.title = title;
        this.script = List.of(script);
    }

    /// How it is started, to trust that certificate. Skips where Node or the libraries are missing; `KITH_REQUIRE=node`
    /// makes that a failure.
    ProcessBuilder orSkip(Path certificate) throws IOException {
        if (!script.getFirst().endsWith(".mjs")) return kotlin(certificate);

        var node = Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
        if (node.isEmpty()) throw missing("node is not installed");
        if (version(node.get()) < OLDEST_NODE) throw missing("node is older than " + OLDEST_NODE);
        if (!Files.exists(FETCHED)) throw missing("no packages for node: npm ci --ignore-scripts in judges/node");

        var command = new ArrayList<>(List.of(node.get().toString()));
        command.addAll(script);
        var process = new ProcessBuilder(command).directory(SCRIPTS.toFile());
        process.environment()
                .put("NODE_EXTRA_CA_CERTS", certificate.toAbsolutePath().toString());
        return process;
    }

    private ProcessBuilder kotlin(Path certificate) throws IOException {
        if (!Files.exists(CLASS_PATH)) throw missing("the wallets in Kotlin were not built");
        return new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASS_PATH).strip() + ":" + CLASSES,
                "org.kith.judges.JobsKt",
                script.getFirst(),
                certificate.toAbsolutePath().toString());
    }

    private static int version(Path node) throws IOException {
        try (var said = new ProcessBuilder(node.toString(), "--version").start().inputReader()) {
            return Integer.parseInt(said.readLine().replaceAll("^v|\\..*", ""));
        }
    }

    private static RuntimeException missing(String why) {
        if (System.getenv().getOrDefault("KITH_REQUIRE", "").contains("node"))
            throw new AssertionError("KITH_REQUIRE names node, and " + why);
        return Assumptions.abort(why + ", so no library of other people judged");
    }
}
