package org.kith.server.access;

import java.util.Map;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Upload;
import org.kith.server.identity.SomeFile;
import org.kith.server.identity.SomePassportPage;

/// A person from the first page to a booked visit, with all that can go wrong on the way.
final class ApplicantsWalk {
    private static final String TIMES = "/visit/at/port-amity";
    private static final String PASSPORT = "/apply/passport/passport";
    private static final String PAPERS = "/apply/documents/birth-record";

    private final Gallery gallery;
    private final int port;
    private final SomeApplicant who;

    ApplicantsWalk(Gallery gallery, int port, SomeApplicant who) {
        this.gallery = gallery;
        this.port = port;
        this.who = who;
    }

    /// From signing in to the visit that is booked.
    ///
    /// @return signed in, with an application that waits for its visit
    Visitor walk() {
        var person = Visitor.asPerson(port, who.email());
        for (var path : new String[] {"/home", "/home?carry=yes", "/messages", "/looks", "/card"})
            gallery.look(person, path);
        gallery.press(person, "/home/more-time", Map.of("until", "2026-01-01"));
        person.post("/apply/start", Map.of());
        gallery.look(person, "/apply");
        answers(person);
        addsPapers(person);
        gallery.look(person, "/apply");
        gallery.look(person, "/apply/review");
        gallery.press(person, "/apply/submit", Map.of());
        gallery.look(person, "/apply/delete");
        person.get("/apply/review");
        person.post("/apply/submit", Map.of("declared", "yes"));
        gallery.look(person, "/apply/sent");
        gallery.look(person, "/home");
        gallery.look(person, "/home/withdraw");
        gallery.look(person, "/apply/deleted");
        gallery.look(person, "/home/withdrawn");
        books(person);
        return person;
    }

    /// Where somebody stands whose country is in that phase now.
    void waits(Visitor drafted) {
        gallery.look(drafted, "/apply");
        gallery.look(drafted, "/country");
        gallery.press(drafted, "/country/code", Map.of("code", "wrong"));
        drafted.post("/country/join", Map.of());
        gallery.look(drafted, "/country");
        drafted.post("/country/leave", Map.of());
    }

    private void answers(Visitor person) {
        who.pages().forEach((page, fields) -> {
            var path = "/apply/questions/" + page;
            gallery.look(person, path);
            gallery.press(person, path, Map.of());
            person.get(path);
            person.post(path, fields);
            gallery.look(person, path);
        });
        gallery.press(person, "/apply/questions/passport", Map.of("fill", "yes", "passport.mrz", "NOT<A<PASSPORT"));
        photographsThePassport(person);
    }

    private void photographsThePassport(Visitor person) {
        gallery.look(person, PASSPORT);
        var photo = new Upload("p.jpg", "image/jpeg", SomePassportPage.of(SomePassportPage.LINES, 0));
        gallery.once(PASSPORT, () -> person, one -> one.upload(PASSPORT, Map.of(), "file", photo));
        person.reading("en");
    }

    private void addsPapers(Visitor person) {
        gallery.look(person, "/apply/documents");
        gallery.look(person, PAPERS);
        person.upload(PAPERS, Map.of(), "file", new Upload("paper.jpg", "image/jpeg", SomeFile.photo(400, 300)));
        gallery.look(person, PAPERS);
        gallery.once(
                PAPERS,
                () -> person,
                one -> one.upload(PAPERS, Map.of(), "file", new Upload("p.jpg", "image/jpeg", SomeFile.webPage())));
        person.reading("en");
    }

    private void books(Visitor person) {
        gallery.look(person, "/visit");
        gallery.look(person, TIMES);
        gallery.press(person, TIMES, Map.of());
        var slot = person.get(TIMES).findLast("name=\"slot\" id=\"[^\"]+\" value=\"([^\"]+)\"");
        person.post(TIMES, Map.of("slot", slot));
        for (var path : new String[] {"/visit", "/visit/cancel", "/visit/centres", TIMES, "/home"})
            gallery.look(person, path);
    }
}
