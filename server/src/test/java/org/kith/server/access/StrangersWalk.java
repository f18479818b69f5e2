package org.kith.server.access;

import java.util.Map;
import org.kith.server.Mailbox;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;

/// What can be seen without an account, and on the way to one.
final class StrangersWalk {
    private static final int MORE_LINKS_THAN_ANYBODY_NEEDS = 120;

    private final Gallery gallery;
    private final int port;
    private final String run;

    StrangersWalk(Gallery gallery, int port, String run) {
        this.gallery = gallery;
        this.port = port;
        this.run = run;
    }

    void walk() {
        var stranger = Visitor.at(port);
        for (var path : new String[] {"/", "/privacy", "/accessibility", "/check", "/nowhere", "/demo"})
            gallery.look(stranger, path);
        gallery.look(stranger, "/check");
        gallery.press(stranger, "/check", Map.of());
        gallery.press(stranger, "/check", Map.of("text", "NOT A CARD"));
        checksEligibility(stranger);
        signsIn(stranger);
    }

    /// Last of all: nobody signs in by mail from here any more.
    void asksForTooManyLinks() {
        var stranger = Visitor.at(port);
        stranger.get("/sign-in");
        for (var asked = 0; asked < MORE_LINKS_THAN_ANYBODY_NEEDS; asked++) {
            var answer = stranger.post("/sign-in", Map.of("email", "many-" + asked + run));
            if (answer.status() == 429) break;
        }
        gallery.press(stranger, "/sign-in", Map.of("email", "many" + run));
    }

    private void checksEligibility(Visitor stranger) {
        var pages = SomeApplicant.layla("nobody" + run).pages();
        var path = stranger.get("/eligibility").path();
        for (var asked = 0; asked < 12 && !path.endsWith("/result"); asked++) {
            gallery.look(stranger, path);
            gallery.press(stranger, path, Map.of());
            var answer = stranger.post(path, pages.getOrDefault(path.replaceAll(".*/", ""), Map.of()));
            if (answer.path().equals(path)) throw new AssertionError("cannot answer " + path + answer.text());
            path = answer.path();
        }
        gallery.look(stranger, path);
        stranger.get("/eligibility/forebear");
        var no = stranger.post("/eligibility/forebear", Map.of("forebear", "nobody"));
        gallery.look(stranger, no.path());
    }

    private void signsIn(Visitor stranger) {
        var email = "walks-in" + run;
        gallery.look(stranger, "/sign-in");
        gallery.press(stranger, "/sign-in", Map.of("email", "nothing"));
        gallery.press(stranger, "/sign-in/passkey", Map.of("credential", "nothing"));
        stranger.get("/sign-in");
        stranger.post("/sign-in", Map.of("email", email));
        gallery.look(stranger, "/sign-in/sent");
        gallery.press(stranger, "/sign-in/code", Map.of("code", "0000-0000"));
        var link = Mailbox.of(port, email).link();
        gallery.look(stranger, link);
        gallery.look(Visitor.at(port), "/demo/outbox");
        gallery.look(Visitor.at(port), link);
        gallery.look(Visitor.at(port), "/sign-in/" + "A".repeat(43));
    }
}
