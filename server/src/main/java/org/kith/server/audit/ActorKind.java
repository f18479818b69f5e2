package org.kith.server.audit;

/// How the kind of an actor is written down.
enum ActorKind {
    PERSON,
    OFFICER,
    HOUSE;

    static ActorKind of(Actor actor) {
        return switch (actor) {
            case Actor.Person _ -> PERSON;
            case Actor.Officer _ -> OFFICER;
            case Actor.House _ -> HOUSE;
        };
    }
}
