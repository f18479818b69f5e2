package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Mailbox;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Officers' words with markup in them are shown as they were typed, wherever they are read, and do nothing.
class HostileLetterTest extends ServerTest {
    @Autowired
    SomeCase cases;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</textarea><b>bold</b> & <!-- -->",
                "{0} ${7*7} @if(true) {n,plural,other{#}}",
                "\u202Egnirts\u202C \u2066in\u2069side"
            })
    void markup_is_shown_as_typed_and_does_nothing(String typed) {
        var who = SomeApplicant.layla("markup-" + UUID.randomUUID() + "@example.org");
        var layla = cases.confirmed(port, who);
        var castell = new CaseDesk(port).takesUp(layla);
        var form = new HashMap<>(CaseDesk.REFUSAL);
        form.put("reason", "The reason: " + typed);
        form.put("cure", "The cure: " + typed);

        var preview = castell.post(layla.address() + "/decide", form);
        harmless(preview, typed);
        harmless(castell.get(layla.address()), typed);
        harmless(castell.sendLetter(preview), typed);
        harmless(layla.person().get(CaseDesk.message(layla)), typed);
        harmless(layla.person().get(CaseDesk.message(layla) + "/letter"), typed);

        Mailbox.of(port, who.email()).link();
        assertThat(Visitor.at(port).get("/demo/outbox").text()).doesNotContain("The reason", "The cure");
    }

    @Test
    void control_characters_are_asked_to_be_left_out_and_the_words_stay() {
        var layla = cases.confirmed(port, SomeApplicant.layla("control-" + UUID.randomUUID() + "@example.org"));
        var castell = new CaseDesk(port).takesUp(layla);
        var form = new HashMap<>(CaseDesk.REFUSAL);
        form.put("reason", "One\u0000two\u0007three");

        var answer = castell.post(layla.address() + "/decide", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("characters that no text needs")
                .doesNotContain("The letter, before it goes");
    }

    private static void harmless(Visitor.Answer page, String typed) {
        var shown = typed.replaceAll("[\u202A-\u202E\u2066-\u2069]", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(unescaped(page.body())).contains("The reason: " + shown, "The cure: " + shown);
        assertThat(page.body())
                .doesNotContain("<script>alert", "<img src=x", "<b>bold", " 49 ")
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
