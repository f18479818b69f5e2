package org.kith.server.access;

import java.util.Map;
import java.util.UUID;
import org.kith.server.Mailbox;
import org.kith.server.SoftKey;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;

/// Rooms of staff that no single application leads through.
final class OfficesWalk {
    private final Gallery gallery;
    private final int port;

    OfficesWalk(Gallery gallery, int port) {
        this.gallery = gallery;
        this.port = port;
    }

    void enrols(SoftKey key) throws Exception {
        var stranger = Visitor.at(port);
        gallery.look(stranger, "/staff/sign-in", "staff/sign-in");
        gallery.hang(stranger.post("/staff/sign-in", Map.of("credential", "nothing")), "/staff/sign-in");
        var brandt = Visitor.asOfficer(port, "manager");
        gallery.look(brandt, "/staff", "staff/rooms");
        gallery.look(brandt, "/admin/figures", "admin/figures");
        gallery.look(brandt, "/admin/centre-figures", "admin/centre-figures");
        gallery.look(brandt, "/admin/staff/invite", "admin/invite");
        gallery.hang(brandt.post("/admin/staff/invite", Map.of()), "/admin/staff/invite");
        var invitation = Map.of("name", "P. Newcomer", "roles", "CASEWORKER", "place", "");
        var link = gallery.hang(brandt.post("/admin/staff/invite", invitation), "/admin/staff/invite")
                .find("(/staff/enrol/[A-Za-z0-9_-]+)");
        var staff = gallery.look(brandt, "/admin/staff", "admin/staff");
        gallery.look(brandt, staff.find("href=\"(/admin/staff/[0-9a-f-]{36}/disable)\""), "admin/disable");
        gallery.look(brandt, staff.find("href=\"(/admin/staff/[0-9a-f-]{36}/abilities)\""), "admin/ability");
        var page = gallery.look(stranger, link, "staff/enrol");
        var challenge = page.find("&#34;challenge&#34;:&#34;([^&]+)&#34;");
        gallery.hang(stranger.post(link, Map.of("credential", key.make(challenge))), link);
        gallery.look(stranger, link, "staff/link-over");
    }

    void opensCountries() {
        var brandt = Visitor.asOfficer(port, "manager", 1);
        gallery.look(brandt, "/admin/rollout", "admin/rollout");
        gallery.hang(brandt.post("/admin/rollout/propose", Map.of()), "/admin/rollout/propose");
        brandt.post("/admin/rollout/propose", Map.of("country", "SWE", "phase", "OPEN", "quota", "12"));
        gallery.look(brandt, "/admin/rollout", "admin/rollout");
        gallery.look(Visitor.asOfficer(port, "manager", 2), "/admin/rollout", "admin/rollout");
        gallery.look(brandt, "/admin/rollout/codes", "admin/codes");
        gallery.hang(brandt.post("/admin/rollout/codes", Map.of()), "/admin/rollout/codes");
        gallery.hang(
                brandt.post("/admin/rollout/codes", Map.of("country", "SWE", "count", "3")), "/admin/rollout/codes");
    }

    void readsTheJournal(String reference) {
        var sorel = Visitor.asOfficer(port, "auditor");
        gallery.look(sorel, "/staff", "staff/rooms");
        var alarms = gallery.look(sorel, "/admin/alarms", "admin/alarms");
        var officer = alarms.find("name=\"officer\" value=\"([^\"]+)\"");
        var day = alarms.find("name=\"day\" value=\"([^\"]+)\"");
        var unsaid = Map.of("officer", officer, "day", day, "tries", "1");
        gallery.hang(sorel.post("/admin/alarms", unsaid), "/admin/alarms");
        gallery.look(sorel, "/admin/journal", "admin/journal");
        gallery.hang(sorel.post("/admin/journal", Map.of()), "/admin/journal");
        gallery.hang(
                sorel.post("/admin/journal", Map.of("reference", reference, "purpose", "AUDIT")), "/admin/journal");
    }

    void letsInAgain(SomeApplicant who, String reference) {
        var marrow = Visitor.asOfficer(port, "registrar");
        gallery.look(marrow, "/desk/recovery", "desk/recovery");
        gallery.hang(marrow.post("/desk/recovery", Map.of()), "/desk/recovery");
        var asked = Map.of("reference", reference, "lines", who.lines());
        gallery.hang(marrow.post("/desk/recovery", asked), "/desk/recovery");
        var email = "again-" + who.email();
        var proposal = Map.of("reference", reference, "lines", who.lines(), "face", "yes", "email", email);
        var state = gallery.hang(marrow.post("/desk/recovery/propose", proposal), "/desk/recovery/propose")
                .path();
        gallery.look(Visitor.at(port), Mailbox.of(port, email).linkTo("/doors/"));
        gallery.look(Visitor.at(port), Mailbox.of(port, who.email()).linkTo("/doors/"));
        marrow.get(state);
        gallery.hang(marrow.post(state + "/code", Map.of("code", "0000-0000")), state);
        gallery.look(marrow, "/desk/recovery/" + new UUID(1, 2), "desk/notice");
    }
}
