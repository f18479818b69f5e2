package org.kith.server.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.server.SomeApplicant;

/// What somebody answers to all that a programme asks.
///
/// @param reference how the programme's references look
/// @param ground    on which they are approved
/// @param pages     the fields of each page, in the programme's order
/// @param lists     the fields of each of a list, by the list's question
record Questionnaire(
        String reference,
        String ground,
        Map<String, Map<String, String>> pages,
        Map<String, List<Map<String, String>>> lists) {

    static Questionnaire utopia(SomeApplicant who) {
        return new Questionnaire("UTO", "descent", who.pages(), Map.of());
    }

    /// A grandchild of a citizen who was born in what is Arcadia now.
    static Questionnaire arcadia(SomeApplicant who) {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("citizen", Map.of("was_citizen", "no"));
        pages.put("forebears", Map.of());
        pages.put("birth-country", Map.of("birth_country", "XER"));
        pages.put("residence", Map.of("residence", "XLI"));
        pages.put("passport", Map.of());
        pages.put("name", who.pages().get("name"));
        pages.put("former-names", Map.of());
        pages.put("birth", who.pages().get("birth"));
        pages.put(
                "address",
                Map.of("address.country", "XLI", "address.lines", "7 Small Gate", "address.town", "Mildendo"));
        return new Questionnaire(
                "XAR",
                "three-generations",
                pages,
                Map.of(
                        "forebears",
                        List.of(
                                Map.of(
                                        "forebears.relation", "parent",
                                        "forebears.citizen", "no",
                                        "forebears.papers", "all",
                                        "forebears.called.given", "Olena",
                                        "forebears.called.family", "Brenn",
                                        "forebears.born.year", "1961",
                                        "forebears.born_in", "XER"),
                                Map.of(
                                        "forebears.relation", "grandparent",
                                        "forebears.citizen", "yes",
                                        "forebears.papers", "all",
                                        "forebears.called.given", "Elza Varga",
                                        "forebears.born.day", "2",
                                        "forebears.born.month", "5",
                                        "forebears.born.year", "1931",
                                        "forebears.born.calendar", "julian",
                                        "forebears.born_in", "XPH"))));
    }

    /// A grandchild of someone who was born before the border moved.
    static Questionnaire ruritania(SomeApplicant who) {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("from-ruritania", Map.of("from_ruritania", "yes"));
        pages.put("forebears", Map.of());
        pages.put("relative", Map.of("relative", "nobody"));
        pages.put("passport", Map.of());
        var name = new LinkedHashMap<>(who.pages().get("name"));
        name.put("name_changed", "no");
        pages.put("name", name);
        pages.put("birth", who.pages().get("birth"));
        pages.put("residence", Map.of("residence", "XER"));
        pages.put("visit", Map.of("visit_help", "neither"));
        return new Questionnaire(
                "XRU",
                "descent",
                pages,
                Map.of(
                        "forebears",
                        List.of(
                                Map.of(
                                        "forebears.generation", "parent",
                                        "forebears.born_in", "XER",
                                        "forebears.born.year", "1955",
                                        "forebears.recorded", "yes",
                                        "forebears.called.given", "Olena"),
                                Map.of(
                                        "forebears.generation", "grandparent",
                                        "forebears.born_in", "XOR",
                                        "forebears.born.year", "5672",
                                        "forebears.born.calendar", "hebrew",
                                        "forebears.recorded", "yes",
                                        "forebears.called.given", "Elza Varga"))));
    }
}
