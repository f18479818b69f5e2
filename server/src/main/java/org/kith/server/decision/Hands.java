package org.kith.server.decision;

import org.kith.server.application.ApplicationId;
import org.kith.server.staff.Officer;
import org.springframework.stereotype.Component;

/// Whose case it is to decide. Where cases are given out at random, the officer who was given one decides it and nobody
/// else: otherwise whoever wanted a certain case would need no luck, only its address.
@Component
public class Hands {
    private final Casework casework;
    private final CaseworkRules rules;

    Hands(Casework casework, CaseworkRules rules) {
        this.casework = casework;
        this.rules = rules;
    }

    public boolean mayDecide(ApplicationId id, Officer officer) {
        return !rules.atRandom()
                || casework.holder(id).filter(officer.id()::equals).isPresent();
    }
}
