package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.audit.LookPurpose;

/// What an officer opened a case for, asked once a session. The session holds the case's number and the purpose, and
/// forgets them when the officer leaves it.
final class CasePurposes {
    private CasePurposes() {}

    static Optional<LookPurpose> of(HttpSession session, UUID subject) {
        return session.getAttribute(name(subject)) instanceof String purpose
                ? Optional.of(LookPurpose.valueOf(purpose))
                : Optional.empty();
    }

    static void remember(HttpSession session, UUID subject, LookPurpose purpose) {
        session.setAttribute(name(subject), purpose.name());
    }

    private static String name(UUID subject) {
        return "officer.purpose." + subject;
    }
}
