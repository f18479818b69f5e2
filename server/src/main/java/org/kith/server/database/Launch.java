package org.kith.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How PostgreSQL's programs are started from this process.
final class Launch {
    private Launch() {}

    static ProcessBuilder of(Path log, List<String> command) {
        var whole = new ArrayList<String>();
        // A terminal sends Ctrl-C to the whole group; the database must outlive the requests that are being finished.
        if (onPath("setsid")) whole.add("setsid");
        whole.addAll(leavingRootBehind());
        whole.addAll(command);

        var builder = new ProcessBuilder(whole)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /// PostgreSQL refuses to run as root. In a user namespace of its own the process has no name, and root's files.
    private static List<String> leavingRootBehind() {
        if (!isRoot()) return List.of();

        if (!works("unshare", "-U", "true")) {
            throw new CannotStart(
                    "PostgreSQL does not run as root, and this machine does not let root run it without its powers"
                            + " (unshare -U failed).",
                    "the user who runs Kith",
                    "Run Kith as another user, or name a PostgreSQL in KITH_DATABASE_URL.");
        }
        return List.of("unshare", "-U");
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }
}
