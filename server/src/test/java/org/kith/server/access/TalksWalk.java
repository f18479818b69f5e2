package org.kith.server.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A talk from its published sheet to both examiners' marks, on which they differ at first.
final class TalksWalk {
    private static final List<String> CRITERIA = List.of("understands", "is-understood", "tells", "knows-customs");
    private static final String TIMES = "/visit/at/port-amity";

    private final Gallery gallery;
    private final int port;
    private final JdbcClient jdbc;
    private final Instant now;

    TalksWalk(Gallery gallery, int port, JdbcClient jdbc, Instant now) {
        this.gallery = gallery;
        this.port = port;
        this.jdbc = jdbc;
        this.now = now;
    }

    void walk(Opened who) {
        var person = who.person();
        gallery.look(person, "/home");
        gallery.look(person, "/visit/kinds", "portal/coming");
        person.post("/visit/kinds", Map.of("kind", "TALK"));
        gallery.look(person, "/talk", "portal/talk");
        person.post(TIMES, Map.of("slot", person.get(TIMES).find("name=\"slot\"[^>]*value=\"([^\"]+)\"")));
        gallery.look(person, "/talk", "portal/talk");
        marks(who, "/desk/visits/" + arrives(who) + "/talk");
        gallery.look(person, "/talk", "portal/talk");
        gallery.look(Visitor.at(port), "/talk", "portal/talk");
    }

    private void marks(Opened who, String sheet) {
        var marrow = Visitor.asOfficer(port, "registrar");
        var pell = Visitor.asOfficer(port, "registrar", 3);
        gallery.look(pell, "/desk/today", "desk/today");
        gallery.look(pell, sheet, "desk/talk-mark");
        gallery.hang(pell.post(sheet, Map.of()), sheet);
        pell.post(sheet, form("5"));
        gallery.look(pell, sheet, "desk/talk-mark");
        marrow.get(sheet);
        gallery.hang(marrow.post(sheet, form("1")), sheet);
        // As if they had been identified by somebody else.
        jdbc.sql("update identity_check set officer = ? where application = ?")
                .params(List.of(new UUID(1, 2), who.id().value()))
                .update();
        marrow.get(sheet);
        marrow.post(sheet, form("1"));
        gallery.look(who.person(), "/talk", "portal/talk");
        gallery.look(marrow, sheet, "desk/talk-mark");
        gallery.hang(marrow.post(sheet + "/word", Map.of()), sheet);
        for (var each : List.of(marrow, pell)) {
            each.get(sheet);
            each.post(sheet + "/word", Map.of("passed", "yes"));
        }
        gallery.look(pell, sheet, "desk/talk-mark");
    }

    private static Map<String, String> form(String points) {
        var form = new HashMap<>(Map.of("words", "A song of the river, all of it.", "recording", "yes"));
        CRITERIA.forEach(each -> form.put("points." + each, points));
        return form;
    }

    /// On the day of the visit, which is now.
    private UUID arrives(Opened who) {
        var id = jdbc.sql("select id from booking where application = ? and state = 'BOOKED'")
                .param(who.id().value())
                .query(UUID.class)
                .single();
        var at = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into slot (centre, starts_at, capacity) select centre, ?, 3 from booking where id = ?")
                .params(List.of(at, id))
                .update();
        jdbc.sql("update booking set starts_at = ?, capacity = 3, state = 'ARRIVED', arrived_at = ? where id = ?")
                .params(List.of(at, at, id))
                .update();
        return id;
    }
}
