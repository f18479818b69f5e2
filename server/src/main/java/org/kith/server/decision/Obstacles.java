package org.kith.server.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kith.server.application.Application;
import org.springframework.stereotype.Component;

/// All that can stand in the way of a finding, asked together.
@Component
class Obstacles {
    private final List<Obstacle> obstacles;

    Obstacles(List<Obstacle> obstacles) {
        this.obstacles = List.copyOf(obstacles);
    }

    Set<Requirement> missing(Application application, Finding finding) {
        var missing = EnumSet.noneOf(Requirement.class);
        obstacles.forEach(obstacle -> missing.addAll(obstacle.missing(application, finding)));
        return missing;
    }
}
