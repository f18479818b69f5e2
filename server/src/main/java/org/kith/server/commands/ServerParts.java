package org.kith.server.commands;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.kith.server.database.Database;
import org.kith.server.database.DatabaseMark;
import org.kith.server.database.DatabaseMark.Kind;
import org.kith.server.database.DatabaseMarks;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/// The server's parts, put together for one command: nobody can reach them, and nothing runs in the background.
record ServerParts(Class<?> server, Machine machine) {
    /// Spring's word for a web application without a port.
    private static final int NO_DOOR = -1;

    int with(ToIntFunction<ApplicationContext> command) {
        try (var database = machine.openDatabase()) {
            var mark = DatabaseMarks.of(database.database())
                    .find()
                    .orElseThrow(() -> new Refusal("This database is new. Start the server once, then try again."));
            try (var context = new SpringApplicationBuilder(server)
                    .logStartupInfo(false)
                    .properties(settings(database.database()))
                    .run(overrides(mark))) {
                return command.applyAsInt(context);
            }
        }
    }

    /// What the database is for, it says itself; a command must not take it for something else.
    private String[] overrides(DatabaseMark mark) {
        return new String[] {
            "--kith.command=true",
            "--kith.home=" + machine.home(),
            "--kith.keys=" + machine.keys(),
            "--kith.keys-password-file=" + machine.keysPassword(),
            "--kith.hsm=" + machine.hsm(),
            "--kith.hsm-pin-file=" + machine.hsmPin(),
            "--kith.production=" + (mark.kind() == Kind.PRODUCTION),
            "--kith.base-url=" + mark.baseUrl(),
            "--server.port=" + NO_DOOR,
            "--spring.modulith.events.republish-outstanding-events-on-restart=false",
        };
    }

    private static Map<String, Object> settings(Database database) {
        var settings = new HashMap<String, Object>();
        settings.put("spring.datasource.url", database.url());
        if (database.user() != null) settings.put("spring.datasource.username", database.user());
        if (database.password() != null) settings.put("spring.datasource.password", database.password());
        return settings;
    }
}
