package org.kith.server.access;

import java.util.Map;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;

/// One application that is refused and appealed: what officers see of it in English, and its person in every language.
final class RefusedWalk {
    private final Gallery gallery;
    private final int port;
    private final Opened refused;
    private final Visitor person;

    RefusedWalk(Gallery gallery, int port, Opened refused) {
        this.gallery = gallery;
        this.port = port;
        this.refused = refused;
        this.person = refused.person();
    }

    void walk() {
        isRefused();
        var message = gallery.look(person, "/messages").find("href=\"(/messages/[0-9a-f-]{36})\"");
        gallery.look(person, "/home");
        gallery.look(person, message);
        gallery.look(person, message + "/appeal");
        gallery.press(person, message + "/appeal", Map.of("words", ""));
        person.get(message + "/appeal");
        person.post(message + "/appeal", Map.of("words", "The parish burned down.", "hearing", "true"));
        for (var path : new String[] {message, "/home", message + "/appeal", "/visit"}) gallery.look(person, path);
        isHeard();
        person.get(message);
        person.post(message + "/no-hearing", Map.of());
        isUpheld();
        gallery.look(person, gallery.look(person, "/messages").find("href=\"(/messages/[0-9a-f-]{36})\""));
        gallery.look(person, "/home");
    }

    private void isRefused() {
        var address = refused.address();
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        castell.post(address + "/take", Map.of());
        castell.get(address);
        castell.post(address + "/open", Map.of("purpose", "DECISION"));
        castell.decide(
                address + "/decide",
                Map.of("verdict", "refuse", "ground", "descent", "reason", "No.", "cure", "A record of the town."));
        var correct = castell.get(address).find("href=\"(/desk/decisions/[0-9a-f-]+/correct)\"");
        gallery.look(castell, correct, "desk/ruling");
        castell.decide(correct, Map.of("ground", "descent", "reason", "Another one.", "cure", "A record of the town."));
        var message = gallery.look(person, "/messages").find("href=\"(/messages/[0-9a-f-]{36})\"");
        gallery.look(person, message);
        person.get(message);
        person.post(message, Map.of("words", "It is a mistake."));
        castell.get(address + "/refuse");
        castell.decide(address + "/refuse", Map.of("ground", "descent", "reason", "It is not.", "cure", "A record."));
    }

    private void isHeard() {
        var hallam = Visitor.asOfficer(port, "appeals");
        gallery.look(hallam, "/desk/appeals", "desk/appeals");
        gallery.look(hallam, refused.address(), "desk/case-opening");
        hallam.post(refused.address() + "/open", Map.of("purpose", "APPEAL"));
        var page = gallery.look(hallam, refused.address(), "desk/case");
        gallery.look(hallam, page.find("href=\"(/desk/appeals/[0-9a-f-]+/heard)\""), "desk/ruling");
        var decide = page.find("href=\"(/desk/appeals/[0-9a-f-]+/decide)\"");
        gallery.look(hallam, decide, "desk/ruling");
        gallery.hang(hallam.post(decide, Map.of("choice", "UPHOLD", "reason", "It is right.")), decide);
    }

    private void isUpheld() {
        var hallam = Visitor.asOfficer(port, "appeals");
        hallam.get(refused.address());
        hallam.post(refused.address() + "/open", Map.of("purpose", "APPEAL"));
        var decide = hallam.get(refused.address()).find("href=\"(/desk/appeals/[0-9a-f-]+/decide)\"");
        hallam.get(decide);
        hallam.decide(decide, Map.of("choice", "UPHOLD", "reason", "It is right."));
    }
}
