package org.kith.server.decision;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How this office works its cases, as its operator set it.
@Component
public class CaseworkRules {
    private final boolean atRandom;
    private final int idleDays;
    private final int escalateDays;

    CaseworkRules(
            @Value("${kith.cases.routing}") String routing,
            @Value("${kith.cases.idle-days}") int idleDays,
            @Value("${kith.cases.escalate-days}") int escalateDays) {
        if (!routing.equals("at-random") && !routing.equals("by-hand"))
            throw new IllegalArgumentException("kith.cases.routing is at-random or by-hand");
        if (idleDays < 1 || escalateDays < 0)
            throw new IllegalArgumentException("kith.cases.idle-days and escalate-days are numbers of days");
        this.atRandom = routing.equals("at-random");
        this.idleDays = idleDays;
        this.escalateDays = escalateDays;
    }

    /// Whether cases are given out, so that nobody chooses one, and whoever was given one decides it alone.
    public boolean atRandom() {
        return atRandom;
    }

    /// Days after which a case that its officer has not touched may be taken over.
    public int idleDays() {
        return idleDays;
    }

    /// Days before the time meant for a case is over at which a supervisor sees it.
    int escalateDays() {
        return escalateDays;
    }
}
