package org.kith.server.start;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Tells whoever started the server where to go, and as whom.
public final class Ready implements ApplicationListener<ApplicationReadyEvent> {
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        System.out.println(text(
                environment,
                event.getTimeTaken() == null ? 0 : event.getTimeTaken().toSeconds()));
    }

    private static String text(Environment environment, long seconds) {
        var address = environment.getRequiredProperty("kith.base-url");
        var home = environment.getRequiredProperty("kith.home");
        if (environment.getRequiredProperty("kith.production", Boolean.class)) {
            return """

                    Ready after %d s: %s
                    The first officer enrols with the link that bin/kith staff first prints. Data lie in %s.
                    """.formatted(seconds, address, home);
        }
        var trust = environment.getProperty("kith.https", "").equals("localhost")
                ? "\n  Whoever is to trust it takes this certificate, made just now: "
                        + Path.of(home, HttpsOnLocalhost.CERTIFICATE) + "\n"
                : "";
        return """

                Ready after %d s: %s
                %s
                  This is a demonstration; nobody in it is real. Choose who to be, with one click:
                    %s/demo
                    an applicant, registrars, caseworkers, a supervisor, managers, an auditor
                  Mail it would send:        %s/demo/outbox
                  Anyone can check a card:   %s/check

                Data lie in %s. Ctrl-C stops the server.
                """.formatted(seconds, address, trust, address, address, address, home);
    }
}
