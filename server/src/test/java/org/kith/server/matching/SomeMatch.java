package org.kith.server.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;

/// People who look like one to a careless system, and officers who compare them.
final class SomeMatch {
    private final int port;
    private final SomeCase cases;
    private final Applications applications;
    private final Matches matches;

    SomeMatch(int port, SomeCase cases, Applications applications, Matches matches) {
        this.port = port;
        this.cases = cases;
        this.applications = applications;
        this.matches = matches;
    }

    /// Two cases with one passport, the second confirmed and taken up by the demonstration's first caseworker.
    ///
    /// @param other whose data is masked
    record Pair(Opened own, Application other, Visitor theirs, Match match) {
        String page() {
            return own.address() + "/matches/" + match.id().value();
        }
    }

    Pair pair(SomeApplicant first, SomeApplicant second) {
        var theirs = first.submitted(port);
        var other = application(theirs);
        var own = takenUp(cases.confirmed(port, second));
        return new Pair(own, other, theirs, found(own));
    }

    Application application(Visitor person) {
        var printed = person.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        return applications.byReference(Reference.parse(printed).orElseThrow()).orElseThrow();
    }

    Match found(Opened own) {
        soon(() -> !matches.of(own.id()).isEmpty());
        return matches.of(own.id()).getLast();
    }

    Opened takenUp(Opened own) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(own.address() + "/take", Map.of());
        return own;
    }

    /// An officer with the case open before them.
    Visitor at(Opened own, String role, int which) {
        var officer = Visitor.asOfficer(port, role, which);
        officer.get(own.address());
        var purpose = role.equals("supervisor") ? "SECOND_SIGNATURE" : "DECISION";
        officer.post(own.address() + "/open", Map.of("purpose", purpose));
        return officer;
    }

    Visitor.Answer judges(Visitor officer, Pair pair, String verdict) {
        var seen = officer.get(pair.page()).find("name=\"seen\" value=\"([0-9a-f-]*)\"");
        return officer.post(
                pair.page() + "/judge",
                Map.of("verdict", verdict, "reason", "Their mothers are not the same.", "seen", seen));
    }

    Visitor.Answer approves(Visitor officer, Opened own) {
        officer.get(own.address());
        return decides(officer, own, Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
    }

    Visitor.Answer decides(Visitor officer, Opened own, Map<String, String> form) {
        return officer.decide(own.address() + "/decide", form);
    }

    List<MatchJudgement> judgements(Match match) {
        return matches.judgements(match, List.of()).stream()
                .map(Matches.Reasoned::judgement)
                .toList();
    }

    static void soon(BooleanSupplier condition) {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(patience)) throw new AssertionError("it did not happen");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
