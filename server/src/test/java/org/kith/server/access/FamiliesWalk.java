package org.kith.server.access;

import java.time.LocalDate;
import java.util.Map;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;
import org.kith.server.vault.PersonId;

/// A family from its first member to its papers, and somebody who reads along.
final class FamiliesWalk {
    private static final String INVITED = "/family/invited";
    private static final String HELPERS = "/family/helpers";

    private final Gallery gallery;
    private final int port;
    private final String run;
    private final SomeFamily family;

    FamiliesWalk(Gallery gallery, int port, String run) {
        this.gallery = gallery;
        this.port = port;
        this.run = run;
        this.family = new SomeFamily(port);
    }

    void walk(LocalDate today) {
        var mira = SomeApplicant.brenn("mira" + run, "Mirabella", "XF9000001", LocalDate.of(1988, 3, 1))
                .drafted(port);
        gallery.look(mira, "/family");
        gallery.press(mira, "/family/start", Map.of());
        family.begin(mira, "Mira");
        for (var path : new String[] {"/family/child", "/family/invite", "/family/take-over"}) {
            gallery.look(mira, path);
            gallery.press(mira, path, Map.of());
        }
        gallery.look(mira, "/family/taken-over");
        joins(mira);
        var child = family.child(mira, "Lea", today.minusYears(9));
        guards(mira, child);
        family.addsPaper(mira, "forebear-birth-record");
        gallery.look(mira, "/family/papers");
        family.shares(mira, child, "share");
        gallery.look(mira, "/family/papers");
        gallery.look(mira, "/family");
        isHelped(mira);
        atTheCounter();
    }

    private void joins(Visitor mira) {
        var link = family.invite(mira, "Ana", "sibling", "ana" + run);
        gallery.look(mira, "/family");
        var ana = Visitor.asPerson(port, "ana" + run);
        gallery.look(ana, link);
        gallery.press(ana, INVITED, Map.of());
        ana.get(link);
        ana.post(INVITED, Map.of("answer", "accept", "called", "Ana"));
        gallery.look(ana, "/family");
        gallery.look(ana, link);
    }

    private void guards(Visitor mira, PersonId child) {
        var page = "/family/children/" + child.value();
        gallery.look(mira, page);
        gallery.press(mira, page + "/guardian", Map.of());
        gallery.look(mira, page + "/consent");
        gallery.press(mira, page + "/consent", Map.of());
        family.says(mira, child, "yes");
        gallery.look(mira, page);
        gallery.look(mira, page + "/consent");
        family.actsFor(mira, child);
        gallery.look(mira, "/home");
        gallery.look(mira, "/family/acting");
        // An adult's answers are not sent as a child's.
        SomeApplicant.brenn("", "Lea", "XF9000002", LocalDate.of(1990, 1, 1)).drafted(mira);
        gallery.look(mira, "/apply");
        mira.get("/apply/review");
        gallery.press(mira, "/apply/submit", Map.of("declared", "yes"));
        family.actsForThemselves(mira);
    }

    private void isHelped(Visitor mira) {
        gallery.look(mira, HELPERS);
        gallery.press(mira, HELPERS, Map.of("address", "nothing"));
        mira.post(
                HELPERS,
                Map.of(
                        "called", "Lawyer",
                        "by", "Mira",
                        "address", "lawyer" + run,
                        "answers", "yes",
                        "papers", "yes",
                        "messages", "yes"));
        var lawyer = Visitor.asPerson(port, "lawyer" + run);
        gallery.look(lawyer, "/helping");
        gallery.look(lawyer, family.link("lawyer" + run));
        lawyer.post(INVITED, Map.of("answer", "accept"));
        var answers = gallery.look(lawyer, "/helping").find("href=\"(/helping/[0-9a-f-]+/answers)\"");
        gallery.look(lawyer, answers);
        gallery.look(lawyer, answers.replace("/answers", "/papers"));
        gallery.look(lawyer, answers.replace("/answers", "/messages"));
        mira.post(gallery.look(mira, HELPERS).find("action=\"(/family/helpers/[0-9a-f-]+/remove)\""), Map.of());
        gallery.look(lawyer, answers);
    }

    private void atTheCounter() {
        var marrow = Visitor.asOfficer(port, "registrar");
        gallery.look(marrow, "/desk/of-age", "desk/of-age");
        gallery.hang(marrow.post("/desk/of-age", Map.of()), "/desk/of-age");
    }
}
