package org.kith.server.decision;

import java.util.List;
import java.util.Optional;
import org.kith.server.application.Application;
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

    CaseFacts(IdentityChecks checks, Documents documents) {
        this.checks = checks;
        this.documents = documents;
    }

    /// The check at which the identity was confirmed.
    record Confirmed(OfficerId officer, boolean chipRead) {}

    Optional<Confirmed> identity(Application application) {
        return checks.lastOf(application)
                .filter(IdentityCheck::confirmed)
                .map(check -> new Confirmed(new OfficerId(check.officer()), check.chipRead()));
    }

    /// Codes of the papers that lie in the case, each once.
    List<String> papers(Application application) {
        return documents.of(application.id()).stream()
                .map(Document::evidence)
                .distinct()
                .sorted()
                .toList();
    }
}
