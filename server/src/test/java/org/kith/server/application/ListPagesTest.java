package org.kith.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.Visitor;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A programme that asks about children, an address and a date of another calendar, on pages without script.
class ListPagesTest extends ServerTest {
    private static final String HOME = "/apply/questions/home";

    /// Utopia, asking more.
    @DynamicPropertySource
    static void pack(DynamicPropertyRegistry registry) {
        registry.add("kith.programme", () -> pack().toString());
    }

    @Test
    void children_are_added_each_on_a_page_and_the_list_ends_when_the_person_goes_on() {
        var visitor = drafted("children@example.org");
        assertThat(visitor.get(HOME).text()).contains("Your children", "Add another child");

        var first = addChild(visitor, "Mira", "2015");
        assertThat(first.text()).contains("Child 1", "Mira", "2015");
        assertThat(addChild(visitor, "Тимур", "2018").text()).contains("Child 2", "Тимур");
        assertThat(visitor.get("/apply").text()).doesNotContain("Your home Done");

        var after = goOn(visitor, address("DEU", "Hauptstr. 1", "10115", "Berlin"));
        assertThat(after.path()).as(after.text()).isEqualTo("/apply/questions/wedding");

        assertThat(visitor.get("/apply/review").text())
                .contains("Child 1: Mira, 2015; Child 2: Тимур, 2018")
                .contains("Hauptstr. 1, 10115 Berlin, Germany");
    }

    @Test
    void a_form_sent_twice_adds_one_child() {
        var visitor = drafted("twice@example.org");
        var form = visitor.get(HOME + "/children/new");
        var address = form.find("action=\"(" + HOME + "/children/[a-z0-9]+)\"");
        var fields = child("Mira", "2015");

        visitor.post(address, fields);
        visitor.get(HOME);
        visitor.post(address, fields);

        assertThat(visitor.get(HOME).text()).contains("Child 1").doesNotContain("Child 2");
    }

    @Test
    void two_windows_that_add_one_each_lose_neither() {
        var visitor = drafted("windows@example.org");
        var one = visitor.get(HOME + "/children/new").find("action=\"(" + HOME + "/children/[a-z0-9]+)\"");
        var other = visitor.get(HOME + "/children/new").find("action=\"(" + HOME + "/children/[a-z0-9]+)\"");

        visitor.post(one, child("Mira", "2015"));
        visitor.post(other, child("Timur", "2018"));

        assertThat(visitor.get(HOME).text()).contains("Mira", "Timur");
    }

    @Test
    void whoever_says_that_this_is_all_hears_of_a_child_added_meanwhile() {
        var visitor = drafted("meanwhile@example.org");
        visitor.get(HOME);
        addChild(visitor, "Mira", "2015");

        var all = new HashMap<>(address("DEU", "Hauptstr. 1", "10115", "Berlin"));
        all.put("seen.children", "0");
        var answer = visitor.post(HOME, all);

        assertThat(answer.text()).contains("You saved another answer in a different window", "Child 1: Mira");
    }

    @Test
    void a_child_is_changed_and_removed_and_removing_twice_does_no_harm() {
        var visitor = drafted("changed@example.org");
        var child = addChild(visitor, "Mira", "2015").find("href=\"(" + HOME + "/children/[a-z0-9]{8})\"");

        var seen = visitor.get(child).find("name=\"seen.children\" value=\"([0-9]+)\"");
        var fields = new HashMap<>(child("Miriam", "2015"));
        fields.put("seen.children", seen);
        visitor.post(child, fields);
        assertThat(visitor.get(HOME).text()).contains("Miriam").doesNotContain("Mira,");
        visitor.post(child + "/remove", Map.of());
        visitor.post(child + "/remove", Map.of());

        assertThat(visitor.get(HOME).text()).doesNotContain("Miriam");
        assertThat(visitor.get(child).path()).isEqualTo(HOME);
    }

    @Test
    void what_is_wrong_with_one_child_is_said_beside_its_field_and_the_rest_is_kept() {
        var visitor = drafted("wrong@example.org");
        var address = visitor.get(HOME + "/children/new").find("action=\"(" + HOME + "/children/[a-z0-9]+)\"");

        var answer = visitor.post(address, child("Mira", "2049"));

        assertThat(answer.text()).contains("This date is still to come");
        var going = goOn(visitor, address("DEU", "Hauptstr. 1", "10115", "Berlin"));
        assertThat(going.text()).contains("Something is not answered yet at number 1");
    }

    @Test
    void more_children_than_the_programme_takes_are_refused_in_words() {
        var visitor = drafted("many@example.org");
        for (var each : List.of("A", "B", "C")) addChild(visitor, each, "2015");

        assertThat(visitor.get(HOME).body()).doesNotContain(HOME + "/children/new");
        assertThat(visitor.get(HOME + "/children/new").path()).isEqualTo(HOME);
        var answer = visitor.post(HOME + "/children/abc", child("D", "2015"));

        assertThat(answer.text()).contains("Add at most 3");
    }

    @Test
    void a_name_in_a_list_is_asked_by_its_own_label_and_a_yes_or_no_is_told_with_its_question() {
        var visitor = drafted("names@example.org");
        var form = visitor.get(HOME + "/others/new");
        assertThat(form.text()).contains("The other name").doesNotContain("As you write it");

        var fields = Map.of("others.other.given", "Ada", "others.used", "no");
        visitor.post(form.find("action=\"(" + HOME + "/others/[a-z0-9]+)\""), fields);

        assertThat(visitor.get("/apply/review").text()).contains("Name 1: Ada, Still used: No");
    }

    @Test
    void an_address_has_the_fields_of_its_country() {
        var visitor = drafted("address@example.org");
        visitor.get(HOME);

        var japan = visitor.post(HOME, Map.of("postal.country", "JPN", "fields", "yes"));
        assertThat(japan.text()).contains("Prefecture", "Postcode");

        var wrong = visitor.post(HOME, address("DEU", "Hauptstr. 1", "123", "Berlin"));
        assertThat(wrong.text()).contains("Write the postcode as that country does");
        assertThat(wrong.body()).contains("Hauptstr. 1");
    }

    @Test
    void a_date_of_another_calendar_is_kept_as_the_paper_has_it() {
        var visitor = drafted("calendar@example.org");
        visitor.get("/apply/questions/wedding");

        visitor.post(
                "/apply/questions/wedding",
                Map.of("wed.day", "1", "wed.month", "9", "wed.year", "1420", "wed.calendar", "islamic"));

        assertThat(visitor.get("/apply/review").text()).contains("Ramadan 1, 1420 AH, Islamic (Umm al-Qura) calendar");
        assertThat(visitor.get("/apply/questions/wedding").body()).contains("value=\"islamic\" selected");
    }

    @Test
    void the_check_without_an_account_asks_of_each_only_what_it_needs() {
        var visitor = Visitor.at(port);
        var address = "/eligibility/home";
        var form = visitor.get(address + "/children/new");
        assertThat(form.text()).contains("Born").doesNotContain("Their name");

        var wrong = visitor.post(form.find("action=\"(" + address + "/children/[a-z0-9]+)\""), child("", "2049"));
        assertThat(wrong.text()).contains("This date is still to come");
        var list = visitor.post(wrong.find("action=\"(" + address + "/children/[a-z0-9]+)\""), child("", "2015"));
        assertThat(list.text()).contains("Child 1", "2015");

        for (var year : List.of("2016", "2017")) {
            var next = visitor.get(address + "/children/new");
            visitor.post(next.find("action=\"(" + address + "/children/[a-z0-9]+)\""), child("", year));
        }
        assertThat(visitor.get(address + "/children/new").path()).isEqualTo(address);
        for (var number : List.of("3", "2")) {
            var full = visitor.get(address);
            assertThat(full.text()).contains("Child " + number);
            visitor.post(full.find("formaction=\"([^\"]+)\""), Map.of());
        }

        list = visitor.get(address);
        var gone = visitor.post(list.find("formaction=\"([^\"]+)\""), Map.of());
        assertThat(gone.text()).doesNotContain("Child 1");
        assertThat(visitor.post(address, Map.of()).path()).isEqualTo("/eligibility/result");
    }

    @Test
    void nobody_opens_another_persons_child() {
        var visitor = drafted("mine@example.org");
        var child = addChild(visitor, "Mira", "2015").find("href=\"(" + HOME + "/children/[a-z0-9]{8})\"");
        var other = drafted("other@example.org");

        assertThat(other.get(child).text()).doesNotContain("Mira");
        other.get(HOME);
        other.post(child + "/remove", Map.of());

        assertThat(visitor.get(HOME).text()).contains("Mira");
    }

    private Visitor drafted(String email) {
        return SomeApplicant.layla(email).drafted(port);
    }

    private static Visitor.Answer addChild(Visitor visitor, String name, String year) {
        var form = visitor.get(HOME + "/children/new");
        return visitor.post(form.find("action=\"(" + HOME + "/children/[a-z0-9]+)\""), child(name, year));
    }

    /// Sends the page as it stands, as a browser does.
    private static Visitor.Answer goOn(Visitor visitor, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("seen.children", visitor.get(HOME).find("name=\"seen.children\" value=\"([0-9]+)\""));
        return visitor.post(HOME, all);
    }

    private static Map<String, String> child(String name, String year) {
        return Map.of("children.called", name, "children.born.year", year);
    }

    private static Map<String, String> address(String country, String lines, String postcode, String town) {
        return Map.of(
                "postal.country", country, "postal.lines", lines, "postal.postcode", postcode, "postal.town", town);
    }

    private static Path pack() {
        try {
            var target = Files.createTempDirectory("kith-pack").resolve("utopia");
            copy(Path.of("../programmes/utopia"), target);
            append(target.resolve("questions/tie.yaml"), """
                      - id: home
                        questions:
                          - id: children
                            type: group
                            topic: family
                            purpose: purpose.children
                            kept-for: decision
                            seen-by: [caseworker, supervisor]
                            required: false
                            eligibility-check: true
                            most: 3
                            questions:
                              - id: called
                                type: text
                              - id: born
                                type: date
                                partial: true
                                eligibility-check: true
                                when: past
                          - id: others
                            type: group
                            topic: name
                            purpose: purpose.children
                            kept-for: decision
                            seen-by: [caseworker, supervisor]
                            required: false
                            most: 2
                            questions:
                              - id: other
                                type: name
                                passport-spelling: false
                              - id: used
                                type: yes-no
                          - id: postal
                            type: address
                            topic: residence
                            purpose: purpose.postal
                            kept-for: card
                            seen-by: [caseworker, supervisor]
                      - id: wedding
                        questions:
                          - id: wed
                            type: date
                            topic: family
                            purpose: purpose.children
                            kept-for: decision
                            seen-by: [caseworker, supervisor]
                            required: false
                            calendars: [islamic, hebrew]
                    """);
            for (var language : List.of("en", "ar", "ru")) {
                append(target.resolve("messages/" + language + ".yaml"), """

                        page.home.title: Your home
                        page.wedding.title: Your wedding
                        purpose.children: They may belong too.
                        purpose.postal: Letters reach you there.
                        question.children.label: Your children
                        question.children.add: Add another child
                        question.children.item: Child {number}
                        question.children.called.label: Their name
                        question.children.born.label: Born
                        question.others.label: Your other names
                        question.others.add: Add another name
                        question.others.item: Name {number}
                        question.others.other.label: The other name
                        question.others.used.label: Do you still use it?
                        question.others.used.short: Still used
                        question.postal.label: Your address
                        question.wed.label: The day of your wedding
                        """);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }
}
