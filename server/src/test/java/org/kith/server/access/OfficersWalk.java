package org.kith.server.access;

import java.util.Map;
import java.util.UUID;
import org.kith.server.CodeReader;
import org.kith.server.Mailbox;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
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

    /// On the day of the visit. Somebody with the same passport has sent an application, too.
    void atTheCounter() {
        new SomeApplicant(
                        "twin-" + who.email(),
                        "Mirabella",
                        "Sorel",
                        "MIRABELLA",
                        "SOREL",
                        who.documentNumber(),
                        who.born())
                .submitted(port);
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
        marrow.post(visit, SomeCase.passed(who));
        gallery.look(marrow, visit + "/sign", "desk/sign-check");
        gallery.hang(marrow.post(visit + "/sign", Map.of("credential", "{}")), visit + "/sign");
        marrow.signs(visit);
        gallery.look(marrow, visit + "/receipt", "desk/receipt");
        offersKeys(marrow, visit + "/keys");
        gallery.look(marrow, "/desk/offline", "desk/offline");
        gallery.look(marrow, "/desk/conflicts", "desk/conflicts");
    }

    /// A recovery code goes home, and is used.
    private void offersKeys(Visitor marrow, String keys) {
        gallery.look(marrow, keys, "desk/own-keys");
        gallery.hang(marrow.post(keys + "/code", Map.of()), keys + "/code");
        var sheet = gallery.hang(marrow.post(keys + "/code", Map.of("wish", "yes")), keys + "/code");
        var code = sheet.find("class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<");
        var reference = sheet.find(">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        gallery.look(person, "/account");
        var stranger = Visitor.at(port);
        gallery.look(stranger, "/recover");
        gallery.press(stranger, "/recover", Map.of());
        var email = "lost-" + who.email();
        gallery.press(stranger, "/recover", Map.of("reference", reference, "code", code, "email", email));
        // It was asked for once in each language, and the last counts.
        gallery.look(Visitor.at(port), Mailbox.of(port, email).linkTo("/doors/", Gallery.LANGUAGES.size()));
        gallery.look(Visitor.at(port), "/doors/waits");
    }

    /// The caseworker asks for more, announces a refusal, and approves in the end.
    void atTheCase() {
        var castell = Visitor.asOfficer(port, "caseworker");
        var address = gallery.look(castell, "/desk/cases", "desk/case-queue")
                .find("action=\"(/desk/cases/[0-9a-f-]+)/take\"");
        gallery.look(castell, "/desk/cases?part=waiting&older=14", "desk/case-queue");
        castell.get("/desk/cases");
        castell.post(address + "/take", Map.of());
        isAway();
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get("/desk/cases");
        gallery.hang(varga.post(address + "/take", Map.of()), address);
        gallery.look(castell, address, "desk/case-opening");
        gallery.hang(castell.post(address + "/open", Map.of()), address);
        castell.post(address + "/open", Map.of("purpose", "DECISION"));
        gallery.look(castell, address, "desk/case");
        comparesInCase(castell, address);
        gallery.look(castell, address + "/kinds/birth-record", "desk/case-kind");
        castell.post(address + "/notes", Map.of("words", "The record is hard to read."));
        gallery.hang(castell.post(address + "/notes", Map.of("words", "")), address);
        gallery.hang(castell.decide(address + "/decide", Map.of("verdict", "refuse")), address);
        var letter = castell.post(
                address + "/decide",
                Map.of("verdict", "more", "why", "missing", "papers", "school-letter", "reason", "All of it."));
        castell.sendLetter(gallery.hang(letter, address));
        gallery.hang(castell.get("/desk/letters/" + new UUID(1, 2)), address);
        answersTheNewest();
        castell.get(address);
        castell.decide(
                address + "/decide",
                Map.of("verdict", "refuse", "ground", "descent", "reason", "No.", "cure", "A record of the town."));
        gallery.look(castell, address + "/withdraw-notice", "desk/ruling");
        answersTheNewest();
        gallery.look(castell, address, "desk/case");
        gallery.look(castell, address + "/refuse", "desk/ruling");
        gallery.hang(castell.post(address + "/refuse", Map.of()), address + "/refuse");
        castell.get(address);
        castell.decide(
                address + "/decide", Map.of("verdict", "approve", "ground", "descent", "reason", "All papers agree."));
        gallery.look(castell, address, "desk/case");
        signs(address);
    }

    private void isAway() {
        var oriel = Visitor.asOfficer(port, "supervisor");
        gallery.look(oriel, "/desk/absence", "desk/absence");
        gallery.hang(oriel.post("/desk/absence", Map.of("until", "yesterday")), "/desk/absence");
        oriel.post("/desk/absence", Map.of());
        gallery.look(oriel, "/desk/absence", "desk/absence");
        gallery.look(oriel, "/desk/cases", "desk/case-queue");
        oriel.post("/desk/absence/end", Map.of());
    }

    /// Whether the person is here already: masked, opened, judged.
    private void comparesInCase(Visitor castell, String address) {
        var match = castell.get(address).find("href=\"(" + address + "/matches/[0-9a-f-]+)\"");
        gallery.look(castell, match, "desk/case-match");
        gallery.hang(castell.post(match + "/judge", Map.of()), match);
        castell.post(match + "/open", Map.of("purpose", "DUPLICATE_CHECK"));
        gallery.look(castell, match, "desk/case-match");
        castell.post(match + "/judge", Map.of("verdict", "ANOTHER", "reason", "Two towns, two mothers."));
        gallery.look(castell, match, "desk/case-match");
        gallery.look(castell, address, "desk/case");
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
        gallery.hang(castell.decide(card + "/measure", Map.of()), card);
        measure(castell, card, "SUSPEND", "copied");
        isChecked(code);
        measure(castell, card, "RESTORE", "");
        measure(castell, card, "ANNOUNCE_SUSPENSION", "false-papers");
        measure(castell, card, "WITHDRAW_NOTICE", "");
        gallery.look(person, "/messages");
        stops(castell, card);
        measure(castell, card, "ANNOUNCE_REVOCATION", "false-papers");
        answersTheNewest();
        measure(castell, card, "REVOKE", "false-papers");
        signs(card);
        isChecked(code);
        for (var path : new String[] {"/card", "/messages", "/looks", "/notes", "/checks", "/home"})
            gallery.look(person, path);
    }

    /// A court stops it for a while.
    private void stops(Visitor castell, String card) {
        var stop = gallery.hang(castell.get(card), card).find("href=\"(/desk/stops/card/[0-9a-f-]{36})\"");
        gallery.look(castell, stop, "desk/stop");
        gallery.hang(castell.post(stop, Map.of()), stop);
        var oriel = Visitor.asOfficer(port, "supervisor");
        oriel.get(card);
        oriel.post(card + "/open", Map.of("purpose", "CARD_CARE"));
        oriel.get(stop);
        var order = Map.of("authority", "Court of Amaurot", "reference", "4 C 12", "reason", "Heirs dispute it.");
        gallery.hang(oriel.post(stop, order), card);
        var lift = gallery.look(oriel, stop, "desk/stop").find("action=\"(/desk/stops/[0-9a-f-]{36}/lift)\"");
        gallery.look(person, "/messages");
        gallery.look(person, person.get("/messages").find("href=\"(/messages/stops/[0-9a-f-]{36})\""));
        oriel.get(stop);
        oriel.post(lift, Map.of("why", "The court took it back."));
        gallery.look(person, person.get("/messages").find("href=\"(/messages/stops/[0-9a-f-]{36})\""));
    }

    private void measure(Visitor castell, String card, String measure, String cause) {
        castell.get(card);
        castell.decide(
                card + "/measure",
                Map.of("measure", measure, "cause", cause, "reason", "Two cards on one birth record."));
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
        gallery.look(oriel, sign.replace("/sign", "/differ"), "desk/ruling");
        oriel.sendLetter(gallery.hang(oriel.post(sign, Map.of()), address));
    }

    private void answersTheNewest() {
        var message = gallery.look(person, "/messages").find("href=\"(/messages/[0-9a-f-]{36})\"");
        gallery.look(person, message);
        gallery.press(person, message, Map.of("words", "x".repeat(8_001)));
        person.get(message);
        person.post(message, Map.of("words", "It is a mistake."));
        gallery.look(person, message);
        gallery.look(person, message + "/letter");
    }
}
