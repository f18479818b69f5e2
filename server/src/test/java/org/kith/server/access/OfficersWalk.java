package org.kith.server.access;

import java.util.Map;
import java.util.UUID;
import org.kith.server.CodeReader;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Upload;
import org.kith.server.identity.SomeFile;

/// One application from the counter to a card that is revoked: what officers see of it in English, and what the person
/// then sees in every language.
final class OfficersWalk {
    private final Gallery gallery;
    private final int port;
    private final SomeApplicant who;
    private final Visitor person;
    private final Runnable publishing;

    OfficersWalk(Gallery gallery, int port, SomeApplicant who, Visitor person, Runnable publishing) {
        this.gallery = gallery;
        this.port = port;
        this.who = who;
        this.person = person;
        this.publishing = publishing;
    }

    /// On the day of the visit.
    void atTheCounter() {
        var marrow = Visitor.asOfficer(port, "registrar");
        var visit =
                gallery.look(marrow, "/desk/today", "desk/today").find("action=\"(/desk/visits/[0-9a-f-]+)/arrive\"");
        marrow.post(visit + "/arrive", Map.of());
        gallery.look(marrow, "/desk/today", "desk/today");
        gallery.look(marrow, visit, "desk/visit");
        gallery.hang(marrow.post(visit, Map.of("act", "confirm", "document", "cannot_tell")), visit);
        marrow.upload(
                visit, Map.of("act", "photo"), "photo", new Upload("f.jpg", "image/jpeg", SomeFile.photo(600, 800)));
        var other = SomeApplicant.suharto("nobody@example.org").lines();
        gallery.hang(marrow.post(visit, Map.of("act", "compare", "lines", other)), visit);
        gallery.look(Visitor.asOfficer(port, "registrar", 2), visit, "desk/notice");
        marrow.get(visit);
        marrow.post(visit, Map.of("act", "confirm", "lines", who.lines(), "document", "yes", "face", "yes"));
    }

    /// The caseworker asks for more, announces a refusal, and approves in the end.
    void atTheCase() {
        var castell = Visitor.asOfficer(port, "caseworker");
        var address = gallery.look(castell, "/desk/cases", "desk/case-queue")
                .find("action=\"(/desk/cases/[0-9a-f-]+)/take\"");
        castell.post(address + "/take", Map.of());
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get("/desk/cases");
        gallery.hang(varga.post(address + "/take", Map.of()), address);
        gallery.look(castell, address, "desk/case-opening");
        gallery.hang(castell.post(address + "/open", Map.of()), address);
        castell.post(address + "/open", Map.of("purpose", "DECISION"));
        gallery.look(castell, address, "desk/case");
        gallery.hang(castell.post(address + "/decide", Map.of("verdict", "refuse")), address);
        castell.post(
                address + "/decide",
                Map.of("verdict", "more", "why", "missing", "papers", "school-letter", "reason", "All of it."));
        answersTheNewest();
        castell.get(address);
        castell.post(
                address + "/decide",
                Map.of("verdict", "refuse", "ground", "descent", "reason", "No.", "cure", "A record of the town."));
        answersTheNewest();
        castell.get(address);
        castell.post(
                address + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
        gallery.look(castell, address, "desk/case");
        signs(address);
    }

    /// Once the card is there.
    void atTheCard() {
        gallery.look(person, "/home");
        var code = CodeReader.onScreen(person.get("/card"));
        person.download("/card/print", Map.of());
        gallery.look(person, "/card");
        gallery.look(person, "/card/lost");
        gallery.press(person, "/card/prints/" + new UUID(1, 2) + "/end", Map.of());
        isChecked(code);
        var castell = Visitor.asOfficer(port, "caseworker");
        gallery.look(castell, "/desk/cards", "desk/case-cards");
        gallery.hang(castell.post("/desk/cards", Map.of("number", "nothing")), "/desk/cards");
        var number = person.get("/card").find("UTO ([0-9]{4} [0-9]{4} [0-9]{4})");
        var card =
                castell.post("/desk/cards", Map.of("number", "UTO " + number)).path();
        gallery.look(castell, card, "desk/case-opening");
        castell.post(card + "/open", Map.of("purpose", "CARD_CARE"));
        gallery.look(castell, card, "desk/case-card");
        gallery.hang(castell.post(card + "/measure", Map.of()), card);
        measure(castell, card, "SUSPEND");
        isChecked(code);
        measure(castell, card, "RESTORE");
        measure(castell, card, "ANNOUNCE");
        answersTheNewest();
        measure(castell, card, "REVOKE");
        signs(card);
        isChecked(code);
        for (var path : new String[] {"/card", "/messages", "/looks", "/home"}) gallery.look(person, path);
    }

    private void measure(Visitor castell, String card, String measure) {
        castell.get(card);
        castell.post(card + "/measure", Map.of("measure", measure, "reason", "Two cards on one birth record."));
        gallery.look(person, "/card");
    }

    private void isChecked(String code) {
        publishing.run();
        var stranger = Visitor.at(port);
        stranger.get("/check");
        gallery.press(stranger, "/check", Map.of("text", code));
    }

    private void signs(String address) {
        var oriel = Visitor.asOfficer(port, "supervisor");
        gallery.look(oriel, "/desk/signatures", "desk/case-signatures");
        oriel.get(address);
        oriel.post(address + "/open", Map.of("purpose", "SECOND_SIGNATURE"));
        var sign = gallery.hang(oriel.get(address), address).find("action=\"(/desk/decisions/[0-9a-f-]+/sign)\"");
        oriel.post(sign, Map.of());
    }

    private void answersTheNewest() {
        var message = gallery.look(person, "/messages").find("href=\"(/messages/[0-9a-f-]{36})\"");
        gallery.look(person, message);
        gallery.press(person, message, Map.of("words", "x".repeat(8_001)));
        person.get(message);
        person.post(message, Map.of("words", "It is a mistake."));
        gallery.look(person, message);
    }
}
