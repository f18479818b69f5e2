package org.kith.server.start;

import org.kith.server.database.CannotStart;
import org.kith.server.database.Database;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/// Stops a start that must not be, as soon as the settings are known and before anything is made of them.
public final class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private final Database database;

    public StartCheck(Database database) {
        this.database = database;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var obstacles = StartRules.obstacles(Settings.of(event.getEnvironment(), database));
        if (!obstacles.isEmpty()) throw new CannotStart(obstacles);
    }

    /// After the files of settings were read.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
