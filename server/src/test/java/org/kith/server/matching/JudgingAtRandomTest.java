package org.kith.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.application.Applications;
import org.kith.server.matching.SomeMatch.Pair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Where cases are given out at random, nobody judges in a case that was not given to them.
@TestPropertySource(properties = "kith.cases.routing=at-random")
class JudgingAtRandomTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @Autowired
    Applications applications;

    @Autowired
    Matches matches;

    @Test
    void a_friend_at_another_desk_judges_nothing() {
        jdbc.sql("update casework set open = false").update();
        var some = new SomeMatch(port, cases, applications, matches);
        var mira = SomeApplicant.inLatin(email(), "Mirabella", "Sorel");
        var theirs = mira.submitted(port);
        var who = SomeApplicant.layla(email());
        var own = cases.confirmed(port, who.withPassportOf(mira));
        var pair = new Pair(own, some.application(theirs), theirs, some.found(own));
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get("/desk/cases");
        assertThat(castell.post("/desk/cases/next", java.util.Map.of()).path()).isEqualTo(own.address());

        var varga = some.judges(some.at(own, "caseworker", 2), pair, "ANOTHER");
        assertThat(varga.text()).contains("Another officer has this case");
        assertThat(some.judgements(pair.match())).isEmpty();

        some.judges(some.at(own, "caseworker", 1), pair, "ANOTHER");
        assertThat(some.judgements(pair.match())).hasSize(1);
    }

    private static String email() {
        return "given-out-" + UUID.randomUUID() + "@example.org";
    }
}
