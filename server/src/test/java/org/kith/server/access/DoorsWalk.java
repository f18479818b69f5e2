package org.kith.server.access;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.kith.server.Mailbox;
import org.kith.server.SoftKey;
import org.kith.server.Visitor;
import org.kith.server.Visitor.Answer;

/// A person's own ways in, and the links that are mailed when one changes.
final class DoorsWalk {
    private static final String ADD = "/account/addresses/add";
    private static final String CODE = "class=\"kith-code\"><bdi dir=\"ltr\">([^<]+)<";
    private static final String PASSKEY = "/account/passkeys/add";

    private final Gallery gallery;
    private final int port;
    private final String run;

    DoorsWalk(Gallery gallery, int port, String run) {
        this.gallery = gallery;
        this.port = port;
        this.run = run;
    }

    void walk(SoftKey key) throws Exception {
        var email = "doors" + run;
        var person = Visitor.asPerson(port, email);
        addresses(person, email);
        passkeys(person, key);
        var limited = Visitor.asPerson(port, email);
        gallery.look(limited, "/account");
        gallery.look(limited, "/account/passkey-first");
        gallery.look(Visitor.at(port), "/doors/" + "A".repeat(43));
        gallery.once("agree", () -> Visitor.at(port), changing("/agree"));
        gallery.once("stop", () -> Visitor.at(port), changing("/stop"));
    }

    /// Asks for a second address, with all that it takes but the time.
    ///
    /// @return signed in
    Visitor addsAnAddress() {
        var email = "second" + run;
        var person = Visitor.asPerson(port, email);
        person.get(ADD);
        person.post(ADD, Map.of("email", "new-" + email));
        var change = person.get("/account").find("action=\"(/account/changes/[0-9a-f-]{36}/code)\"");
        var code = Visitor.at(port)
                .get(Mailbox.of(port, "new-" + email).linkTo("/doors/"))
                .find(CODE);
        person.post(change, Map.of("code", code));
        var reader = Visitor.at(port);
        var link = Mailbox.of(port, email).linkTo("/doors/");
        reader.get(link);
        reader.post(link + "/agree", Map.of());
        return person;
    }

    /// Once the second address counts, the first can go.
    void removesOne(Visitor person) {
        var address = person.get("/account").find("href=\"(/account/addresses/[0-9a-f-]{36}/remove)\"");
        gallery.look(person, address);
    }

    private void addresses(Visitor person, String email) {
        gallery.look(person, "/account");
        gallery.look(person, ADD);
        gallery.press(person, ADD, Map.of("email", "nothing"));
        gallery.press(person, ADD, Map.of("email", email));
        person.get(ADD);
        person.post(ADD, Map.of("email", "new-" + email));
        var typed = gallery.look(person, "/account").find("action=\"(/account/changes/[0-9a-f-]{36}/code)\"");
        gallery.press(person, typed, Map.of("code", "0000-0000"));
        gallery.look(Visitor.at(port), Mailbox.of(port, "new-" + email).linkTo("/doors/"));
        gallery.look(Visitor.at(port), Mailbox.of(port, email).linkTo("/doors/"));
    }

    private void passkeys(Visitor person, SoftKey key) throws Exception {
        gallery.look(person, PASSKEY);
        gallery.press(person, PASSKEY, Map.of("name", ""));
        gallery.press(person, PASSKEY, Map.of("name", "one", "credential", "nothing"));
        var challenge = person.get(PASSKEY).find("&#34;challenge&#34;:&#34;([^&]+)&#34;");
        person.post(PASSKEY, Map.of("name", "my telephone ☎", "credential", key.make(challenge)));
        var own = gallery.look(person, "/account").find("href=\"(/account/passkeys/[0-9a-f-]{36})\"");
        gallery.look(person, own);
        gallery.press(person, own + "/name", Map.of("name", ""));
    }

    /// Somebody else each time: what was agreed or stopped is over.
    private Function<Visitor, Answer> changing(String deed) {
        return reader -> {
            var email = UUID.randomUUID() + run;
            var person = Visitor.asPerson(port, email);
            person.get(ADD);
            person.post(ADD, Map.of("email", "new-" + email));
            var link = Mailbox.of(port, email).linkTo("/doors/");
            reader.get(link);
            return reader.post(link + deed, Map.of());
        };
    }
}
