package org.kith.server.start;

import java.util.Optional;
import org.kith.server.database.CannotStart;
import org.kith.server.database.Database;
import org.kith.server.keys.Keys;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/// Stops a start that must not be, as soon as the settings are known and before anything is made of them. What it
/// opened to find out, it hands on.
public final class StartCheck
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>,
                ApplicationContextInitializer<GenericApplicationContext>,
                Ordered {
    private final Database database;
    private Optional<Keys> keys = Optional.empty();

    public StartCheck(Database database) {
        this.database = database;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var found = StartRules.check(Settings.of(event.getEnvironment(), database));
        if (!found.obstacles().isEmpty()) throw new CannotStart(found.obstacles());

        keys = found.keys();
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        keys.ifPresent(opened -> context.registerBean("openedKeys", Keys.class, () -> opened));
    }

    /// After the files of settings were read.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
