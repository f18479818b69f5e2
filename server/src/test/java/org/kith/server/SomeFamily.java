package org.kith.server;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.kith.server.identity.SomeFile;
import org.kith.server.vault.PersonId;

/// What families do on their pages, each adult in a browser of their own.
public final class SomeFamily {
    private final int port;

    public SomeFamily(int port) {
        this.port = port;
    }

    public void begin(Visitor person, String called) {
        person.get("/family");
        person.post("/family/start", Map.of("called", called));
    }

    /// Adds a child and gives back who it is.
    public PersonId child(Visitor guardian, String called, LocalDate born) {
        guardian.get("/family/child");
        var added = guardian.post("/family/child", childForm(called, born));
        var path = added.path();
        if (!path.startsWith("/family/children/")) throw new AssertionError("no child added: " + added.text());
        return new PersonId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    public static Map<String, String> childForm(String called, LocalDate born) {
        return Map.of(
                "called",
                called,
                "born-day",
                String.valueOf(born.getDayOfMonth()),
                "born-month",
                String.valueOf(born.getMonthValue()),
                "born-year",
                String.valueOf(born.getYear()));
    }

    /// Invites an adult, and gives back the link that their mail has.
    public String invite(Visitor inviter, String called, String relation, String email) {
        inviter.get("/family/invite");
        inviter.post("/family/invite", Map.of("called", called, "relation", relation, "address", email));
        return link(email);
    }

    /// The adult signs in with an account of their own and accepts.
    public Visitor joined(String link, String called, String email) {
        var person = Visitor.asPerson(port, email);
        person.get(link);
        person.post("/family/invited", Map.of("answer", "accept", "called", called));
        return person;
    }

    /// Asks another guardian, and gives back the link that their mail has.
    public String askGuardian(Visitor guardian, PersonId child, String email) {
        guardian.get("/family/children/" + child.value());
        guardian.post("/family/children/" + child.value() + "/guardian", Map.of("address", email));
        return link(email);
    }

    public void says(Visitor guardian, PersonId child, String word) {
        var page = "/family/children/" + child.value() + "/consent";
        guardian.get(page);
        guardian.post(page, Map.of("word", word));
    }

    public void actsFor(Visitor guardian, PersonId child) {
        guardian.get("/family/children/" + child.value());
        guardian.post("/family/children/" + child.value() + "/act", Map.of());
    }

    public void actsForThemselves(Visitor guardian) {
        guardian.post("/family/myself", Map.of());
    }

    public void sends(Visitor person) {
        person.get("/apply/review");
        person.post("/apply/submit", Map.of("declared", "yes"));
    }

    public void addsPaper(Visitor person, String evidence) {
        person.get("/apply/documents/" + evidence);
        person.upload(
                "/apply/documents/" + evidence,
                Map.of(),
                "file",
                new Visitor.Upload("paper.jpg", "image/jpeg", SomeFile.photo(600, 800)));
    }

    /// The owner lets their one shared paper serve somebody of the family.
    public void shares(Visitor owner, PersonId serves, String act) {
        var page = owner.get("/family/papers");
        var address = page.find("action=\"(/family/papers/[0-9a-f-]+)\"");
        owner.post(address, Map.of("serves", serves.value().toString(), "act", act));
    }

    public String link(String email) {
        return Mailbox.of(port, email).linkTo("/family/invited/");
    }
}
