package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Value;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.Visitor;
import org.kith.server.application.Application;
import org.kith.server.application.Stage;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// Ancestors as a tree, with the paper for each step. In Arcadia people name each forebear; in Utopia they name one,
/// which [CasePageTest] looks at.
@TestPropertySource(properties = "kith.programme=../programmes/arcadia")
class TreeTest extends ServerTest {
    @Autowired
    private SomeApplication some;

    @Autowired
    private Vault vault;

    @Test
    void ancestors_stand_by_generation_and_a_step_without_a_paper_says_so() {
        var layla = filed(forebear("a1", "parent", "Olena", 1961), forebear("a2", "great-grandparent", "Elza", 1903));
        var castell = opened(layla);

        var page = castell.get(address(layla));

        var tree = part(page);
        assertThat(tree).containsSubsequence("LAYLA MIRAN", "parent", "Olena", "Nobody is named here", "Elza");
        assertThat(tree).contains("No paper yet");
    }

    @Test
    void a_paper_is_laid_to_the_ancestor_of_whom_an_officer_says_it_tells() {
        var layla = filed(forebear("a1", "parent", "Olena", 1961), forebear("a2", "grandparent", "Elza", 1931));
        var paper = paper(layla, "forebear-birth-record");
        var castell = opened(layla);
        assertThat(part(castell.get(address(layla)))).contains("Papers of which nobody has said yet whom they tell of");

        castell.post(
                address(layla) + "/papers/" + paper + "/verify",
                Map.of("fact", "Elza Varga, born 1931 in Amaurot.", "step", "a2"));

        var tree = part(castell.get(address(layla)));
        assertThat(tree).doesNotContain("nobody has said yet");
        assertThat(tree.substring(tree.indexOf("Elza")))
                .contains("birth record")
                .doesNotContain("No paper yet");
        assertThat(tree.substring(tree.indexOf("Olena"), tree.indexOf("Elza"))).contains("No paper yet");
    }

    @Test
    void what_is_asked_for_the_counter_alone_is_not_on_a_caseworkers_page() {
        var layla = filed();
        answer(layla, "address", new Value.Address("XER", "1 Long Street", "Lindow", "", ""));

        assertThat(opened(layla).get(address(layla)).text())
                .doesNotContain("Long Street")
                .contains("LAYLA MIRAN");
    }

    @Test
    void whoever_names_nobody_has_no_tree() {
        var layla = filed();

        assertThat(opened(layla).get(address(layla)).body()).doesNotContain("id=\"tree\"");
    }

    @Test
    void the_tree_fits_a_small_telephone() {
        var layla = filed(
                forebear("a1", "parent", "Olena", 1961),
                forebear("a2", "grandparent", "Elza", 1931),
                forebear("a3", "great-grandparent", "Wolfeschlegelsteinhausenbergerdorff", 1903));
        var castell = opened(layla);
        try (var chromium = Chromium.orSkip()) {
            for (var width : List.of(320, 1280)) {
                try (var browser = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, 900))) {
                    var session = new Cookie("kith", castell.cookie("kith"));
                    browser.addCookies(List.of(session.setUrl("http://localhost:" + port)));
                    var page = browser.newPage();
                    page.navigate("http://localhost:" + port + address(layla));
                    Glance.at(page, "case", "en", "tree-" + width);
                }
            }
        }
    }

    private Application filed(Value.Item... forebears) {
        var layla = some.of(some.newPerson(), Stage.UNDER_REVIEW);
        if (forebears.length > 0) answer(layla, "forebears", new Value.Group(List.of(forebears), true));
        return layla;
    }

    private static Value.Item forebear(String id, String relation, String called, int year) {
        var said = new LinkedHashMap<String, Value>();
        said.put("relation", new Value.Choice(relation));
        said.put("citizen", new Value.YesNo(true));
        said.put("papers", new Value.Choice("all"));
        said.put("called", new Value.Name(called, "Varga", "", ""));
        said.put("born", new Value.Day(new PartialDate(year, 0, 0)));
        return new Value.Item(id, said);
    }

    private void answer(Application application, String question, Value value) {
        var plain = new JsonMapper().writeValueAsBytes(value.neutral());
        var place = new Context("answer." + question, application.id().value());
        jdbc.sql("insert into answer (application, question, version, sealed, saved_at) values (?, ?, 1, ?, now())")
                .params(application.id().value(), question, vault.seal(application.person(), place, plain))
                .update();
    }

    private String paper(Application application, String evidence) {
        var id = jdbc.sql("""
                insert into document (id, application, evidence, added_at) values (gen_random_uuid(), ?, ?, now())
                returning id::text
                """)
                .params(application.id().value(), evidence)
                .query(String.class)
                .single();
        jdbc.sql("insert into document_page (document, number, file, width, height, bytes)"
                        + " values (?::uuid, 1, gen_random_uuid(), 600, 800, 1)")
                .param(id)
                .update();
        return id;
    }

    private Visitor opened(Application application) {
        var castell = Visitor.asOfficer(port, "caseworker");
        castell.get(address(application));
        castell.post(address(application) + "/open", Map.of("purpose", "DECISION"));
        return castell;
    }

    private static String address(Application application) {
        return "/desk/cases/" + application.id().value();
    }

    private static String part(Visitor.Answer page) {
        var from = page.body().indexOf("id=\"tree\"");
        assertThat(from).isPositive();
        return new Visitor.Answer(
                        200, "", "<p " + page.body().substring(from, page.body().indexOf("</section>", from)), Map.of())
                .text();
    }
}
