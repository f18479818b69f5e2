package org.kith.server.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.pack.eligibility.Ground;
import org.kith.server.application.Application;
import org.kith.server.family.GuardianConsent;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.Document;
import org.kith.server.identity.Documents;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.staff.OfficerId;
import org.springframework.stereotype.Component;

/// What a decision on an application rests on beside the answers.
@Component
class CaseFacts {
    private final IdentityChecks checks;
    private final Documents documents;
    private final SharedPapers shared;
    private final GuardianConsent guardians;

    CaseFacts(IdentityChecks checks, Documents documents, SharedPapers shared, GuardianConsent guardians) {
        this.checks = checks;
        this.documents = documents;
        this.shared = shared;
        this.guardians = guardians;
    }

    /// The check at which the identity was confirmed.
    record Confirmed(OfficerId officer, boolean chipRead) {}

    Optional<Confirmed> identity(Application application) {
        return checks.lastOf(application)
                .filter(IdentityCheck::confirmed)
                .map(check -> new Confirmed(new OfficerId(check.officer()), check.chipRead()));
    }

    /// What of a family stands in the way of a card on this ground.
    Set<Requirement> missingOfFamily(Application application, Ground ground) {
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

    /// The decision rests on the relatives' papers that serve the case now.
    void restOnShared(Application application, Decision decision) {
        shared.restOn(application, decision.id().value());
    }

    private boolean restsOnWhatDoesNotServe(Application application, Ground ground) {
        var lying = papers(application);
        var notServing = shared.notServing(application);
        return ground.evidence().stream()
                .anyMatch(need -> need.anyOf().stream().anyMatch(notServing::contains)
                        && need.anyOf().stream().noneMatch(lying::contains));
    }

    /// Codes of the papers that lie in the case, and of those that serve it from a relative's, each once.
    List<String> papers(Application application) {
        var own = documents.of(application.id()).stream().map(Document::evidence);
        return Stream.concat(own, shared.evidence(application).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
