package org.kith.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.kith.server.commands.Commands;
import org.kith.server.database.CannotStart;
import org.kith.server.database.Database;
import org.kith.server.database.OwnPostgres;
import org.kith.server.start.Ready;
import org.kith.server.start.StartCheck;
import org.kith.server.start.StartReport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.scheduling.annotation.EnableAsync;

/// The server: one process, one programme.
@SpringBootApplication
@EnableAsync
public class Kith {
    public static void main(String[] arguments) {
        if (Commands.among(arguments)) System.exit(Commands.run(Kith.class, arguments));

        var database = openDatabase();
        var check = new StartCheck(database);
        try {
            new SpringApplicationBuilder(Kith.class)
                    .properties(dataSource(database))
                    .logStartupInfo(false)
                    .listeners(check, new Ready())
                    .initializers(check)
                    .run(arguments);
        } catch (RuntimeException e) {
            // Spring has reported it, through StartReport where we know the reason.
            System.exit(StartReport.obstacles(e).isEmpty() ? 1 : StartReport.EXIT_CODE);
        }
    }

    /// The operator's database, or else the one that comes along, which stops when all requests are finished.
    private static Database openDatabase() {
        var named = System.getenv("KITH_DATABASE_URL");
        if (named != null && !named.isBlank()) return new Database(named, null, null);

        try {
            var home = Path.of(System.getenv().getOrDefault("KITH_HOME", ".kith"));
            var postgres = OwnPostgres.start(home, step -> System.out.println(step + "…"));
            SpringApplication.getShutdownHandlers().add(postgres::close);
            return postgres.database();
        } catch (CannotStart e) {
            StartReport.print(e.obstacles());
            System.exit(StartReport.EXIT_CODE);
            throw e;
        }
    }

    private static Map<String, Object> dataSource(Database database) {
        var properties = new HashMap<String, Object>();
        properties.put("spring.datasource.url", database.url());
        if (database.user() != null) properties.put("spring.datasource.username", database.user());
        if (database.password() != null) properties.put("spring.datasource.password", database.password());
        return properties;
    }
}
