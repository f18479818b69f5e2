package org.kith.server.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What officers and their applicants do with a case, each through real pages.
final class CaseSteps {
    private final int port;
    private final SomeCase cases;
    private final JdbcClient jdbc;

    CaseSteps(int port, SomeCase cases, JdbcClient jdbc) {
        this.port = port;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    Opened takenUp() {
        return takenUp(SomeApplicant.layla("case-" + UUID.randomUUID() + "@example.org"));
    }

    private Opened takenUp(SomeApplicant who) {
        var layla = cases.confirmed(port, who);
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(layla.address() + "/take", Map.of());
        return layla;
    }

    /// Announced on descent, and not answered.
    Opened announced() {
        var layla = takenUp();
        announce(layla);
        return layla;
    }

    /// Announced on descent, and answered.
    Opened heard() {
        var layla = announced();
        reply(layla, "She married in 1955.");
        return layla;
    }

    Answer announce(Opened layla) {
        return decide(
                layla,
                Map.of(
                        "verdict", "refuse",
                        "ground", "descent",
                        "reason", "The register names another family.",
                        "cure", "A record that names your grandmother."));
    }

    Answer decide(Opened layla, Map<String, String> form) {
        return opened("caseworker", 1, layla).decide(layla.address() + "/decide", form);
    }

    Answer refuse(Visitor officer, Opened layla, String ground) {
        officer.get(layla.address());
        return officer.decide(
                layla.address() + "/refuse",
                Map.of("ground", ground, "reason", "The reply names no record.", "cure", "The parish register."));
    }

    Answer withdrawNotice(Visitor officer, Opened layla) {
        officer.get(layla.address() + "/withdraw-notice");
        return officer.decide(layla.address() + "/withdraw-notice", Map.of("reason", "It named the wrong register."));
    }

    Answer reply(Opened layla, String words) {
        var message = newest(layla);
        layla.person().get(message);
        return layla.person().post(message, Map.of("words", words));
    }

    /// Heard, and refused by the first caseworker.
    Opened refused() {
        return refused(SomeApplicant.layla("case-" + UUID.randomUUID() + "@example.org"));
    }

    Opened refused(SomeApplicant who) {
        var layla = takenUp(who);
        announce(layla);
        reply(layla, "She married in 1955.");
        refuse(opened("caseworker", 1, layla), layla, "descent");
        return layla;
    }

    /// Refused, and appealed against that.
    Opened appealed(boolean hearing) {
        var layla = refused();
        appeal(layla.person(), newest(layla), hearing);
        return layla;
    }

    Answer appeal(Visitor person, String message, boolean hearing) {
        person.get(message + "/appeal");
        var form = new HashMap<>(Map.of("words", "The <i>parish</i> burned down in 1944."));
        if (hearing) form.put("hearing", "true");
        return person.post(message + "/appeal", form);
    }

    /// What an officer who hears appeals finds, on the page of the case or card at that address.
    Answer decideAppeal(int which, String address, String verdict) {
        var officer = opened("appeals", which, address);
        var form = officer.get(address).find("href=\"(/desk/appeals/[0-9a-f-]+/decide)\"");
        officer.get(form);
        return officer.decide(form, Map.of("choice", verdict, "reason", "The parish register was lost to fire."));
    }

    /// The address of the newest message.
    String newest(Opened layla) {
        return layla.person().get("/messages").find("href=\"(/messages/[0-9a-f-]+)\"");
    }

    Visitor opened(String role, int which, Opened layla) {
        return opened(role, which, layla.address());
    }

    Visitor opened(String role, int which, String address) {
        var officer = Visitor.asOfficer(port, role, which);
        officer.get(address);
        var purpose = role.equals("supervisor") ? "SECOND_SIGNATURE" : role.equals("appeals") ? "APPEAL" : "DECISION";
        officer.post(address + "/open", Map.of("purpose", purpose));
        return officer;
    }

    /// Gives an officer another role beside their own, which they keep until [#takeRole].
    void giveRole(UUID officer, String role) {
        jdbc.sql("update officer set roles = array_append(roles, ?) where id = ? and not ? = any (roles)")
                .params(List.of(role, officer, role))
                .update();
    }

    void takeRole(UUID officer, String role) {
        jdbc.sql("update officer set roles = array_remove(roles, ?) where id = ?")
                .params(List.of(role, officer))
                .update();
    }
}
