package org.kith.server.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.server.application.Application;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.Document;
import org.kith.server.identity.Documents;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.staff.OfficerId;
import org.kith.server.talk.TalkRules;
import org.springframework.stereotype.Component;

/// What a decision on an application rests on beside the answers.
@Component
class CaseFacts {
    private final IdentityChecks checks;
    private final Documents documents;
    private final SharedPapers shared;
    private final TalkRules talks;

    CaseFacts(IdentityChecks checks, Documents documents, SharedPapers shared, TalkRules talks) {
        this.checks = checks;
        this.documents = documents;
        this.shared = shared;
        this.talks = talks;
    }

    /// The check at which the identity was confirmed.
    record Confirmed(OfficerId officer, boolean chipRead) {}

    Optional<Confirmed> identity(Application application) {
        return checks.lastOf(application)
                .filter(IdentityCheck::confirmed)
                .map(check -> new Confirmed(new OfficerId(check.officer()), check.chipRead()));
    }

    /// Whether it was this officer who did.
    boolean confirmedIdentity(Application application, OfficerId officer) {
        return identity(application)
                .filter(identity -> identity.officer().equals(officer))
                .isPresent();
    }

    /// The decision rests on the relatives' papers that serve the case now.
    void restOnShared(Application application, Decision decision) {
        shared.restOn(application, decision.id().value());
    }

    /// Codes of the papers that lie in the case, and of those that serve it from a relative's, each once; a talk that
    /// was passed is one.
    List<String> papers(Application application) {
        var own = documents.of(application.id()).stream().map(Document::evidence);
        var talked = talks.passedAs(application).stream();
        return Stream.of(own, shared.evidence(application).stream(), talked)
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
    }
}
