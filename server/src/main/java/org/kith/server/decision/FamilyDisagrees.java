package org.kith.server.decision;

import java.util.EnumSet;
import java.util.Set;
import org.kith.pack.eligibility.Ground;
import org.kith.server.application.Application;
import org.kith.server.family.GuardianConsent;
import org.kith.server.family.SharedPapers;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Nobody has a card on a relative's paper that does not serve, nor without whoever must agree.
@Component
class FamilyDisagrees implements Obstacle {
    private final CaseFacts facts;
    private final SharedPapers shared;
    private final GuardianConsent guardians;
    private final Programme programme;

    FamilyDisagrees(CaseFacts facts, SharedPapers shared, GuardianConsent guardians, Programme programme) {
        this.facts = facts;
        this.shared = shared;
        this.guardians = guardians;
        this.programme = programme;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        if (!(finding instanceof Finding.Approval approval)) return Set.of();

        return programme
                .version(application.pack())
                .eligibility()
                .ground(approval.ground())
                .map(ground -> missing(application, ground))
                .orElse(Set.of());
    }

    private Set<Requirement> missing(Application application, Ground ground) {
        var missing = EnumSet.noneOf(Requirement.class);
        if (restsOnWhatDoesNotServe(application, ground)) missing.add(Requirement.SHARED_PAPER);
        guardians
                .obstacle(application.person())
                .ifPresent(obstacle -> missing.add(
                        switch (obstacle) {
                            case GUARDIANS -> Requirement.GUARDIANS;
                            case OWN_CHOICE -> Requirement.OWN_CHOICE;
                            case OWN_WORD -> Requirement.OWN_WORD;
                        }));
        return missing;
    }

    private boolean restsOnWhatDoesNotServe(Application application, Ground ground) {
        var lying = facts.papers(application);
        var notServing = shared.notServing(application);
        return ground.evidence().stream()
                .anyMatch(need -> need.anyOf().stream().anyMatch(notServing::contains)
                        && need.anyOf().stream().noneMatch(lying::contains));
    }
}
