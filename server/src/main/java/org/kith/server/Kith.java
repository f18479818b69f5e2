package org.kith.server;

import java.nio.file.Path;
import org.kith.server.database.OwnPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server: one process, one programme.
@SpringBootApplication
@EnableAsync
@EnableScheduling
public class Kith {
    public static void main(String[] arguments) {
        var application = new SpringApplicationBuilder(Kith.class);
        var url = System.getenv("KITH_DATABASE_URL");
        if (url != null) {
            application.properties("spring.datasource.url=" + url).run(arguments);
            return;
        }
        var home = Path.of(System.getenv().getOrDefault("KITH_HOME", ".kith"));
        var postgres = OwnPostgres.start(home, System.out::println);
        SpringApplication.getShutdownHandlers().add(postgres::close);
        var database = postgres.database();
        application
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password())
                .run(arguments);
    }
}
