package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Application;
import org.springframework.stereotype.Component;

/// While a court has stopped a case, nothing is decided in it.
@Component
class StopObstacle implements Obstacle {
    private final Stops stops;

    StopObstacle(Stops stops) {
        this.stops = stops;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        return stops.isStopped(application.id()) ? Set.of(Requirement.STOPPED) : Set.of();
    }
}
