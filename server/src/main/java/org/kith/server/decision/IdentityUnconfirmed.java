package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Application;
import org.springframework.stereotype.Component;

/// Nobody has confirmed at a counter who the person is.
@Component
class IdentityUnconfirmed implements Obstacle {
    private final CaseFacts facts;

    IdentityUnconfirmed(CaseFacts facts) {
        this.facts = facts;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        return facts.identity(application).isPresent() ? Set.of() : Set.of(Requirement.IDENTITY_CONFIRMED);
    }
}
