package org.kith.server.rollout;

import java.util.Map;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;

/// People and managers of an invented country, on real pages.
public final class SomeCountry {
    private final int port;
    private final String code;

    public SomeCountry(int port, String code) {
        this.port = port;
        this.code = code;
    }

    /// Signed in, with a draft that lacks nothing and says that they live here.
    public Visitor drafted(String email) {
        var who = SomeApplicant.layla(email);
        var visitor = Visitor.asPerson(port, email);
        visitor.get("/home");
        visitor.post("/apply/start", Map.of());
        who.pages().forEach((page, fields) -> {
            visitor.get("/apply/questions/" + page);
            visitor.post("/apply/questions/" + page, page.equals("residence") ? Map.of("residence", code) : fields);
        });
        return visitor;
    }

    /// Two managers bring the country into a phase.
    public void becomes(String phase, String quota) {
        var brandt = Visitor.asOfficer(port, "manager", 1);
        propose(brandt, phase, quota);
        var linde = Visitor.asOfficer(port, "manager", 2);
        linde.post(waiting(linde) + "/agree", Map.of());
    }

    Visitor.Answer propose(Visitor manager, String phase, String quota) {
        manager.get("/admin/rollout");
        return manager.post("/admin/rollout/propose", Map.of("country", code, "phase", phase, "quota", quota));
    }

    /// The address of the only proposal that waits.
    static String waiting(Visitor manager) {
        return manager.get("/admin/rollout").find("action=\"(/admin/rollout/[0-9a-f-]{36})/drop\"");
    }

    static Visitor.Answer send(Visitor person) {
        person.get("/apply/review");
        return person.post("/apply/submit", Map.of("declared", "yes"));
    }
}
