package org.kith.server.decision;

import java.util.UUID;
import org.kith.server.application.ApplicationId;

/// What a decision is about, by kind and number: decisions on cards are made without knowing cards.
public record Subject(Kind kind, UUID id) {
    public enum Kind {
        APPLICATION,
        CARD
    }

    public static Subject of(ApplicationId application) {
        return new Subject(Kind.APPLICATION, application.value());
    }
}
