package org.kith.server.decision;

import java.util.Map;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;

/// Officers at the desk, for tests of what they decide.
final class CaseDesk {
    static final Map<String, String> APPROVAL =
            Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree.");
    static final Map<String, String> REFUSAL = Map.of(
            "verdict", "refuse",
            "ground", "descent",
            "reason", "The record names another town.",
            "cure", "A record of the town of Amaurot.");
    static final Map<String, String> MORE =
            Map.of("verdict", "more", "why", "missing", "papers", "school-letter", "reason", "The second page too.");

    private final int port;

    CaseDesk(int port) {
        this.port = port;
    }

    /// The first caseworker, who has taken the case up and opened it.
    Visitor takesUp(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        return opens(castell, layla, "DECISION");
    }

    Visitor signer(Opened layla) {
        return opens(Visitor.asOfficer(port, "supervisor"), layla, "SECOND_SIGNATURE");
    }

    static Visitor opens(Visitor officer, Opened layla, String purpose) {
        officer.get(layla.address());
        officer.post(layla.address() + "/open", Map.of("purpose", purpose));
        return officer;
    }

    /// Signed in, reading that language, with an application that was sent.
    Visitor submitted(SomeApplicant who, String language) {
        var person = Visitor.at(port).reading(language);
        person.get("/demo");
        person.post("/demo/person", Map.of("email", who.email()));
        who.drafted(person);
        person.get("/apply/review");
        person.post("/apply/submit", Map.of("declared", "yes"));
        return person;
    }

    /// The newest message's address.
    static String message(Opened layla) {
        return layla.person().get("/messages").find("href=\"(/messages/[0-9a-f-]{36})\"");
    }
}
