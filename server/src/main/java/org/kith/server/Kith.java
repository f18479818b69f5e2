package org.kith.server;

import java.nio.file.Path;
import org.kith.server.database.OwnPostgres;
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
        var database = System.getenv("KITH_DATABASE_URL");
        var home = Path.of(System.getenv().getOrDefault("KITH_HOME", ".kith"));
        var url = database != null
                ? database
                : OwnPostgres.start(home.resolve("postgres")).url();
        application.properties("spring.datasource.url=" + url).run(arguments);
    }
}
