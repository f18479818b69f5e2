package org.kith.server.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeFamily;
import org.kith.server.Visitor;

/// A lawyer or a relative reads along, and can do nothing else.
class HelpersTest extends ServerTest {
    private SomeFamily family;
    private SomeApplicant mira;
    private Visitor owner;
    private String lawyer;

    @BeforeEach
    void somebodyWhoIsHelped() {
        var mail = UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        family = new SomeFamily(port);
        mira = SomeApplicant.brenn("mira-" + mail, "Mirabella", "XF3000001", LocalDate.of(1988, 3, 1));
        owner = mira.drafted(port);
        lawyer = "lawyer-" + mail;
    }

    @Test
    void a_helper_reads_what_is_shared_and_the_owner_sees_the_look() {
        var helper = helped(Map.of("answers", "yes"));
        var page = helper.get("/helping");

        var answers = helper.get(page.find("href=\"(/helping/[0-9a-f-]+/answers)\""));

        assertThat(page.text()).contains("Mira").doesNotContain("Mirabella");
        assertThat(answers.text()).contains("Mirabella", "XF3000001");
        assertThat(answers.body()).as("nothing to press").doesNotContain("<form");
        assertThat(owner.get("/family/helpers").text()).contains("Looked on");
    }

    @Test
    void a_helper_reads_nothing_that_is_not_shared() {
        family.addsPaper(owner, "birth-record");
        var helper = helped(Map.of("papers", "yes"));
        var page = helper.get("/helping");
        var papers = page.find("href=\"(/helping/[0-9a-f-]+)/papers\"");

        assertThat(page.body()).doesNotContain("/answers", "/messages");
        assertThat(helper.get(papers + "/answers").text())
                .contains("You do not read along here")
                .doesNotContain("Mirabella");
        assertThat(helper.get(papers + "/papers").body()).contains("<img");
    }

    @Test
    void a_removed_helper_sees_nothing_from_that_moment() {
        var helper = helped(Map.of("answers", "yes"));
        var answers = helper.get("/helping").find("href=\"(/helping/[0-9a-f-]+/answers)\"");
        helper.get(answers);

        var remove = owner.get("/family/helpers").find("action=\"(/family/helpers/[0-9a-f-]+/remove)\"");
        owner.post(remove, Map.of());

        var again = helper.get(answers);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text()).contains("You do not read along here").doesNotContain("Mirabella");
        assertThat(helper.get("/helping").text()).contains("You read along with nobody");
    }

    @Test
    void a_helper_can_neither_send_nor_declare() {
        var helper = helped(Map.of("answers", "yes", "papers", "yes", "messages", "yes"));
        helper.get("/helping");

        helper.get("/sign-in");
        helper.post("/apply/submit", Map.of("declared", "yes"));

        assertThat(owner.get("/apply").status()).isEqualTo(200);
        assertThat(owner.get("/apply").path()).as("still a draft").isEqualTo("/apply");
    }

    @Test
    void what_a_helper_may_read_is_chosen_first() {
        owner.get("/family/helpers");

        var answer = owner.post("/family/helpers", Map.of("called", "Lawyer", "by", "Mira", "address", lawyer));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Choose what they may read");
    }

    private Visitor helped(Map<String, String> scope) {
        var form = new java.util.HashMap<>(scope);
        form.putAll(Map.of("called", "Lawyer", "by", "Mira", "address", lawyer));
        owner.get("/family/helpers");
        owner.post("/family/helpers", form);
        var helper = Visitor.asPerson(port, lawyer);
        helper.get(family.link(lawyer));
        helper.post("/family/invited", Map.of("answer", "accept"));
        return helper;
    }
}
