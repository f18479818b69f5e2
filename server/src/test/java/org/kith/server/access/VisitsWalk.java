package org.kith.server.access;

import java.util.Map;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.kith.server.centre.GiveOut;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Waiting for a time that is given out, and what managers and registrars do about times.
final class VisitsWalk {
    private static final String TIMES = "/visit/at/strelsau";

    private final Gallery gallery;
    private final int port;
    private final JdbcClient jdbc;
    private final GiveOut giveOut;

    VisitsWalk(Gallery gallery, int port, JdbcClient jdbc, GiveOut giveOut) {
        this.gallery = gallery;
        this.port = port;
        this.jdbc = jdbc;
        this.giveOut = giveOut;
    }

    void waits(SomeApplicant who) {
        var person = who.submitted(port);
        jdbc.sql("insert into centre_queue (centre, since) select id, now() from centre where code = 'strelsau'")
                .update();
        gallery.look(person, "/visit/centres");
        gallery.look(person, TIMES);
        person.post(TIMES + "/ask", Map.of());
        jdbc.sql("update visit_request set not_before = not_before + interval '30 days'")
                .update();
        gallery.look(person, "/visit/waiting");
        jdbc.sql("update visit_request set not_before = not_before - interval '31 days'")
                .update();
        giveOut.round();
        var offer = gallery.look(person, "/visit/offer").find("name=\"offer\" value=\"([0-9a-f-]+)\"");
        jdbc.sql("update visit_offer set until = made_at - interval '1 day', state = 'OVER'")
                .update();
        gallery.press(person, "/visit/offer", Map.of("offer", offer, "answer", "accept"));
        jdbc.sql("delete from centre_queue").update();
        person.post("/visit/waiting/leave", Map.of());
    }

    void offices() {
        var brandt = Visitor.asOfficer(port, "manager");
        gallery.look(brandt, "/admin/centres", "admin/centres");
        var closures = "/admin/centres/mildendo";
        gallery.look(brandt, closures, "admin/closures");
        gallery.hang(brandt.post(closures + "/close", Map.of("from", "tomorrow")), closures);
        brandt.get(closures);
        brandt.post(closures + "/close", Map.of("from", "2099-01-04T09:00", "until", "2099-01-05T09:00"));
        gallery.look(brandt, closures, "admin/closures");
        var marrow = Visitor.asOfficer(port, "registrar");
        gallery.look(marrow, "/desk/walk-in", "desk/walk-in");
        gallery.hang(marrow.post("/desk/walk-in", Map.of("reference", "UTO 1234 5678")), "/desk/walk-in");
    }
}
