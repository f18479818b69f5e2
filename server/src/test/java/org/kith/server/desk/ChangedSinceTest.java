package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Opened;
import org.kith.server.Visitor;
import org.kith.server.identity.SomeFile;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever comes back to a case sees first what is new in it.
class ChangedSinceTest extends ServerTest {
    @Autowired
    private SomeCase cases;

    @Autowired
    private AdvancingClock clock;

    @Test
    void what_came_while_the_officer_was_away_stands_at_the_head_of_the_case() {
        var layla = cases.confirmed(port, SomeApplicant.layla("new-" + UUID.randomUUID() + "@example.org"));
        var castell = opened(layla);
        assertThat(castell.get(layla.address()).text()).doesNotContain("Since you last looked");
        castell.post(layla.address() + "/take", Map.of());
        castell.get(layla.address());
        castell.decide(
                layla.address() + "/decide",
                Map.of("verdict", "more", "why", "missing", "papers", "school-letter", "reason", "Please."));
        clock.advanceBy(Duration.ofHours(2));
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get(layla.address());
        varga.post(layla.address() + "/open", Map.of("purpose", "PERSONS_OWN_REQUEST"));
        varga.get(layla.address());
        varga.post(layla.address() + "/notes", Map.of("words", "She asked about the letter."));
        addsPaper(layla, "school-letter");
        replies(layla, "Here it is.");

        var page = castell.get(layla.address());

        assertThat(page.text())
                .contains("Since you last looked", "A paper came: A letter from a school")
                .contains("The person replied to decision", "An officer wrote a note")
                .doesNotContain("A decision was made");
        assertThat(castell.get(layla.address()).text())
                .as("it stays new while they read")
                .contains("A paper came: A letter from a school");
        clock.advanceBy(Duration.ofMinutes(20));
        assertThat(castell.get(layla.address()).text())
                .as("and is news no more when they come back")
                .contains("Nothing has changed.")
                .doesNotContain("A paper came");
    }

    @Test
    void each_officer_has_a_last_look_of_their_own() {
        var layla = cases.confirmed(port, SomeApplicant.layla("own-" + UUID.randomUUID() + "@example.org"));
        opened(layla).get(layla.address());
        clock.advanceBy(Duration.ofHours(1));
        var varga = Visitor.asOfficer(port, "caseworker", 2);
        varga.get(layla.address());

        var first = varga.post(layla.address() + "/open", Map.of("purpose", "DECISION"));

        assertThat(first.text()).doesNotContain("Since you last looked");
        assertThat(opened(layla).get(layla.address()).text()).contains("Since you last looked", "Nothing has changed.");
    }

    private void addsPaper(Opened layla, String kind) {
        var address = "/apply/documents/" + kind;
        layla.person().get(address);
        layla.person()
                .upload(address, Map.of(), "file", new Visitor.Upload("p.jpg", "image/jpeg", SomeFile.photo(600, 800)));
    }

    private void replies(Opened layla, String words) {
        var message = layla.person().get("/messages").find("href=\"(/messages/[0-9a-f-]{36})\"");
        layla.person().get(message);
        layla.person().post(message, Map.of("words", words));
    }

    private Visitor opened(Opened layla) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(layla.address());
        castell.post(layla.address() + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }
}
