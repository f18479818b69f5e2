package org.kith.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kith.server.identity.SomeFile;

/// The way from the first page to the last signature, for one person alone at a server that may be another process:
/// all of it on pages, none of it in the database.
public final class WayToApproval {
    private static final String TIMES = "/visit/at/port-amity";

    private final int port;
    private final SomeApplicant who;
    private final Visitor person;

    /// Files the application.
    public WayToApproval(int port, SomeApplicant who) {
        this.port = port;
        this.who = who;
        this.person = who.submitted(port);
    }

    /// The person, signed in.
    public Visitor person() {
        return person;
    }

    /// Books, is confirmed at the counter, and is approved; all but the second signature.
    ///
    /// @return the second officer, about to sign [#sign]
    public Visitor untilTheSecondSignature() {
        var slot = person.get(TIMES).find("name=\"slot\" id=\"[^\"]+\" value=\"([^\"]+)\"");
        person.post(TIMES, Map.of("slot", slot));
        waitUntil(Instant.parse(slot));
        confirmIdentity();
        var address = proposeApproval();

        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get(address);
        oriel.post(address + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        return oriel;
    }

    public void sign(Visitor oriel) {
        var address = oriel.get("/desk/signatures").find("href=\"(/desk/cases/[0-9a-f-]+)\"");
        oriel.decide(oriel.get(address).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\""), Map.of());
    }

    private void confirmIdentity() {
        var marrow = Visitor.asOfficer(port, "registrar");
        var visit = marrow.get("/desk/today").find("action=\"(/desk/visits/[0-9a-f-]+)/arrive\"");
        marrow.post(visit + "/arrive", Map.of());
        marrow.get(visit);
        var photo = new Visitor.Upload("face.jpg", "image/jpeg", SomeFile.photo(600, 800));
        marrow.upload(visit, Map.of("act", "photo"), "photo", photo);
        marrow.post(visit, SomeCase.passed(who));
        marrow.signs(visit);
    }

    private String proposeApproval() {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        var address = castell.post("/desk/cases/next", Map.of()).path();
        castell.get(address);
        castell.post(address + "/open", Map.of("purpose", "DECISION"));
        castell.decide(
                address + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
        return address;
    }

    /// Sets the demonstration's clock forward, to the day of the visit at least.
    private void waitUntil(Instant visit) {
        var clock = Visitor.at(port);
        clock.get("/demo");
        var left = Duration.between(Instant.now(), visit);
        for (var days = 0; days < left.toDays(); days++) clock.post("/demo/clock", Map.of("step", "DAY"));
        for (var hours = 0; hours < left.toHoursPart(); hours++) clock.post("/demo/clock", Map.of("step", "HOUR"));
    }
}
