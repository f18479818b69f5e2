package org.kith.server.application;

/// A part of the way whose length is counted.
public enum Leg {
    /// From sending to the visit at which the identity is confirmed.
    VISIT(Stage.SUBMITTED, Stage.IDENTITY_CONFIRMED),
    /// From the visit until a caseworker takes it up.
    TAKE_UP(Stage.IDENTITY_CONFIRMED, Stage.UNDER_REVIEW),
    /// From the visit to the decision.
    DECISION(Stage.IDENTITY_CONFIRMED, Stage.APPROVED);

    private final Stage from;
    private final Stage to;

    Leg(Stage from, Stage to) {
        this.from = from;
        this.to = to;
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }
}
