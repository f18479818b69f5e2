package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.pack.question.Page;
import org.kith.pack.question.QuestionType;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.programme.Programme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Whatever is typed into whichever field gets a sentence or is made harmless: never a fault of ours, never code on a
/// page, never a page that is turned around.
@TestPropertySource(properties = "kith.programme=../programmes/arcadia")
class HostileTextTest extends ServerTest {
    private static final Set<QuestionType> CHOSEN =
            Set.of(QuestionType.CHOICE, QuestionType.YES_NO, QuestionType.COUNTRY);

    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]* name=\"([^\"]+)\"");

    @Autowired
    private Programme programme;

    /// Each as it travels in a form.
    static Stream<Arguments> corpus() {
        return Stream.of(
                text("four bytes", "𠮷𡈽 😀 𝔘𝔱𝔬"),
                text("right-to-left override", "abc\u202Efdp.exe\u202C"),
                text("isolates and marks", "\u2066\u2067\u2068x\u200F\u200E\u061C"),
                text("zero width", "An\u200Bna\u2060\u00AD\uFEFF"),
                text("flood of marks", "Z" + "\u0301".repeat(200)),
                text("flood of circles", "Z" + "\u20DD".repeat(200)),
                raw("half a character", "a%ED%A0%80b"),
                raw("the other half", "a%ED%B0%80b"),
                raw("not UTF-8", "%C0%80%FE%FF%80"),
                raw("NUL", "a%00b"),
                raw("a half escape", "a%"),
                raw("control characters", "a%07%1B%5B31m%08b%7F%C2%85"),
                raw("mail headers", "a%0D%0ABcc:%20victim@example.org%0D%0A%0D%0Ahello"),
                raw("answer headers", "a%0D%0ASet-Cookie:%20kith=1"),
                text("ten thousand characters", "Ā".repeat(10_000)),
                text("hundred thousand characters", "x".repeat(100_000)),
                text("script", "<script>alert(1)</script>"),
                text("out of an attribute", "\"><img src=x onerror=alert(1)>'`"),
                text("template", "${7*7} #{7*7} @if(true) !{x} {{7*7}}"),
                text("message pattern", "{0,number} '{' {x {0,plural,one{a}"),
                text("SQL", "'; drop table application; --"),
                text("formula", "=HYPERLINK(\"http://evil.example\",\"x\")"),
                text("path", "../../../../etc/passwd"),
                text("nothing but spaces", "\u00A0\u2003\u3000 "),
                text("not assigned", "\uDBFF\uDFFF\uE000\uFFFE"),
                text("tags", "\uDB40\uDC41\uDB40\uDC42"),
                text("numbers", "-9223372036854775809"),
                text("other digits", "٢٠٢٦"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void every_field_of_every_page_takes_it_or_says_what_is_wrong(String name, String encoded) {
        var person = person();
        for (var page : programme.current().questions().pages()) {
            var address = "/apply/questions/" + page.id();
            var shown = person.get(address);
            if (!shown.path().equals(address)) continue;

            var answer = person.postEncoded(address, form(shown, encoded));
            harmless(answer, name + " to " + address);
            if (answer.status() != 400) harmless(person.get(address), name + " at " + address);
            lists(person, page, name, encoded);
        }
        for (var address : List.of("/apply", "/apply/review", "/home", "/messages", "/apply/documents")) {
            harmless(person.get(address), name + " at " + address);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void the_check_without_an_account_takes_it_or_says_what_is_wrong(String name, String encoded) {
        var nobody = Visitor.at(port);
        var page = nobody.get("/eligibility");
        var action = Pattern.compile("<form method=\"post\" action=\"(/eligibility[^\"]*)\"")
                .matcher(page.body());
        if (action.find()) harmless(nobody.postEncoded(action.group(1), form(page, encoded)), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void the_doors_take_it_or_say_what_is_wrong(String name, String encoded) {
        var nobody = Visitor.at(port);
        nobody.get("/sign-in");
        for (var email : List.of(encoded, encoded + "@example.org", "a@" + encoded)) {
            nobody.get("/sign-in");
            harmless(nobody.postEncoded("/sign-in", "next=" + encoded + "&email=" + email), name + " as an address");
        }
        harmless(nobody.postEncoded("/sign-in/code", "code=" + encoded), name + " as a code");
        harmless(nobody.postEncoded("/sign-in/passkey", "credential=" + encoded), name + " as a passkey");
        var person = person();
        for (var place : List.of("/account/passkeys/add", "/account/addresses/add")) {
            var shown = person.get(place);
            harmless(person.postEncoded(place, form(shown, encoded)), name + " to " + place);
        }
        person.get("/account");
        for (var query : List.of("lang", "next", "held", "carry")) {
            if (encoded.length() < 4_000) harmless(person.get("/home?" + query + "=" + wellFormed(encoded)), name);
        }
    }

    @Test
    void a_choice_that_the_page_does_not_offer_is_refused_in_words() {
        var person = person();
        var refused = 0;
        for (var page : programme.current().questions().pages()) {
            var address = "/apply/questions/" + page.id();
            for (var question : page.questions()) {
                if (!CHOSEN.contains(question.type())) continue;
                if (!person.get(address).body().contains("name=\"" + question.id() + "\"")) continue;
                var answer = person.post(address, Map.of(question.id(), "no-such-choice"));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).contains("govuk-error-message");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private void lists(Visitor person, Page page, String name, String encoded) {
        for (var question : page.questions()) {
            if (question.group().isEmpty()) continue;
            var address = "/apply/questions/" + page.id() + "/" + question.id();
            var shown = person.get(address + "/new");
            harmless(person.postEncoded(address + "/abc", form(shown, encoded)), name + " to " + address);
            harmless(person.get("/apply/questions/" + page.id()), name + " at " + address);
        }
    }

    /// Every field of the page, each with the same.
    private static String form(Visitor.Answer page, String encoded) {
        var names = new LinkedHashSet<String>();
        FIELD.matcher(page.body()).results().forEach(found -> names.add(found.group(1)));
        names.removeAll(List.of("_csrf", "fill", "fields"));
        var fields = new ArrayList<String>();
        names.forEach(field -> fields.add(field + "=" + encoded));
        return String.join("&", fields);
    }

    /// What was refused stands in its field once more, as it was typed: a field turns nothing around but itself.
    private static void harmless(Visitor.Answer answer, String what) {
        assertThat(answer.status()).as(what).isLessThan(500);
        assertThat(answer.body()).as(what).doesNotContain("<script>alert", "<img src=x", "Exception", "49 49");
        assertThat(answer.body().replaceAll(" value=\"[^\"]*\"", "").replaceAll("(?s)<textarea.*?</textarea>", ""))
                .as(what)
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u0000]");
        assertThat(answer.headers().getOrDefault("Set-Cookie", List.of()))
                .as(what)
                .noneMatch(cookie -> cookie.startsWith("kith=1"));
    }

    private Visitor person() {
        var person = Visitor.asPerson(port, "hostile-" + UUID.randomUUID() + "@example.org");
        person.get("/home");
        person.post("/apply/start", Map.of());
        return person;
    }

    private static String wellFormed(String encoded) {
        return encoded.endsWith("%") ? encoded + "25" : encoded;
    }

    private static Arguments text(String name, String text) {
        return raw(name, URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static Arguments raw(String name, String encoded) {
        return Arguments.of(name, encoded);
    }
}
