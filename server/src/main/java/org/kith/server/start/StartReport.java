package org.kith.server.start;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.pack.source.Fault;
import org.kith.server.centre.CentresNotUsable;
import org.kith.server.database.CannotStart;
import org.kith.server.database.Obstacle;
import org.kith.server.keys.KeyRefusal;
import org.kith.server.keys.KeysAway;
import org.kith.server.programme.PackNotUsable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/// Tells an operator why the server did not start, in sentences and not in stack traces.
public final class StartReport implements SpringBootExceptionReporter {
    /// Wrong use, as for all of Kith's commands.
    public static final int EXIT_CODE = 2;

    @Override
    public boolean reportException(Throwable failure) {
        var obstacles = obstacles(failure);
        if (obstacles.isEmpty()) return false;

        print(obstacles);
        return true;
    }

    public static void print(List<Obstacle> obstacles) {
        var text = new StringBuilder("\nKith does not start.\n");
        for (var number = 1; number <= obstacles.size(); number++) {
            text.append("\n%2d. ".formatted(number))
                    .append(obstacles.get(number - 1))
                    .append('\n');
        }
        System.err.println(text);
    }

    /// What is known of a failure: nothing when it is a mistake of ours.
    public static List<Obstacle> obstacles(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart refused) return refused.obstacles();
            if (cause instanceof KeyRefusal refused) return List.of(keysUnusable(refused, "KITH_KEYS"));
            if (cause instanceof KeysAway away) return List.of(keysUnusable(away, "KITH_HSM"));
            if (cause instanceof PackNotUsable refused) return faults(refused.faults());
            if (cause instanceof CentresNotUsable refused) return faults(refused.faults());
            if (cause instanceof PortInUseException taken) return List.of(portTaken(taken.getPort()));
        }
        return List.of();
    }

    private static List<Obstacle> faults(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Obstacle(fault.what(), fault.file() + ":" + fault.line(), fault.mend()))
                .toList();
    }

    static Obstacle keysUnusable(RuntimeException why, String where) {
        return new Obstacle(
                "The keys cannot be used: " + why.getMessage(),
                where,
                "Make keys with bin/kith keys create, or set KITH_KEYS and KITH_KEYS_PASSWORD_FILE to yours.");
    }

    private static Obstacle portTaken(int port) {
        return new Obstacle(
                "Another program listens on port " + port + ".",
                "SERVER_PORT=" + port,
                "Stop it, or choose another port: SERVER_PORT=" + (port + 1) + " bin/serve");
    }
}
