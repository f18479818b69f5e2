package org.kith.server.database;

import java.util.List;
import java.util.stream.Collectors;

/// The server will not run like this. All obstacles are named at once, so that nobody mends one only to meet the next.
public final class CannotStart extends RuntimeException {
    private final List<Obstacle> obstacles;

    public CannotStart(List<Obstacle> obstacles) {
        super(obstacles.stream().map(Obstacle::toString).collect(Collectors.joining("\n")));
        this.obstacles = List.copyOf(obstacles);
    }

    CannotStart(String what, Object where, String mend) {
        this(List.of(new Obstacle(what, where.toString(), mend)));
    }

    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
