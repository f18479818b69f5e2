package org.kith.server.commands;

import ch.qos.logback.classic.Level;
import org.kith.server.backup.BackupRefused;
import org.kith.server.database.CannotStart;
import org.kith.server.keys.KeyRefusal;
import org.kith.server.keys.KeysAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The commands that need the server's database or keys; `bin/kith` hands them over.
@Command(name = "bin/kith", synopsisSubcommandLabel = "COMMAND", description = "Looks after a Kith server.")
public final class Commands {
    private static final int REFUSED = 1;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this text")
    private boolean help;

    private Commands() {}

    /// Whether the first of these arguments is a command, and not a setting of the server.
    public static boolean among(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--");
    }

    /// Runs one command.
    ///
    /// @param server the class to start where a command needs the server's parts
    /// @return its exit code: 0 done, 1 refused for a reason said, 2 wrong use
    public static int run(Class<?> server, String... arguments) {
        quiet();
        var machine = Machine.ofEnvironment();
        var parts = new ServerParts(server, machine);
        return new CommandLine(new Commands())
                .addSubcommand(new BackupCommand(machine))
                .addSubcommand(new RestoreCommand(machine))
                .addSubcommand(new CommandLine(new KeysCommand(machine)).addSubcommand(new CeremonyCommand(machine)))
                .addSubcommand(new StaffCommand(parts))
                .addSubcommand(new JournalCommand(parts))
                .addSubcommand(new CentresCommand())
                .addSubcommand(new DecisionsCommand(parts))
                .addSubcommand(new TrustCommand(parts))
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(Commands::refused)
                .execute(arguments);
    }

    /// A command says what it does in its own words.
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    static int refused(Exception exception, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal
                    || cause instanceof BackupRefused
                    || cause instanceof CannotStart
                    || cause instanceof KeyRefusal
                    || cause instanceof KeysAway) {
                System.err.println(cause.getMessage());
                return REFUSED;
            }
        }
        throw exception;
    }
}
