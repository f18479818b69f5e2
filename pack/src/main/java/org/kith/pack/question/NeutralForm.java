package org.kith.pack.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns answers into terms that JSON knows, and stored ones back into values of their question's type.
final class NeutralForm {
    private NeutralForm() {}

    static Object of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Day(var date) -> date.toString();
            case Value.Country(var code) -> code;
            case Value.Choice(var code) -> code;
            case Value.YesNo(var yes) -> yes;
            case Value.NotKnown() -> Map.of("not_known", true);
            case Value.Name name ->
                parts(
                        "given", name.given(),
                        "family", name.family(),
                        "passport_given", name.passportGiven(),
                        "passport_family", name.passportFamily());
            case Value.Passport passport ->
                parts(
                        "number", passport.number(),
                        "issuer", passport.issuer(),
                        "nationality", passport.nationality(),
                        "surname", passport.surname(),
                        "given", passport.given(),
                        "expires", passport.expires().toString(),
                        "mrz", passport.mrz());
            case Value.Address address ->
                parts(
                        "country", address.country(),
                        "lines", address.lines(),
                        "town", address.town(),
                        "region", address.region(),
                        "postcode", address.postcode());
            case Value.Group(var items, var complete) ->
                parts("items", items.stream().map(NeutralForm::of).toList(), "complete", complete);
            case Value.Documents(var given) ->
                given.stream()
                        .map(each -> parts("paper", each.paper(), "document", each.document()))
                        .toList();
        };
    }

    private static Map<String, Object> of(Value.Item item) {
        var parts = parts("item", item.id());
        item.answers().forEach((member, value) -> parts.put(member, of(value)));
        return parts;
    }

    /// In an order of its own, so that the same answer is stored as the same bytes.
    private static Map<String, Object> parts(Object... namesAndValues) {
        var parts = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) parts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return parts;
    }

    static Value read(Question question, Object stored) {
        if (stored instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("not_known"))) return new Value.NotKnown();
        try {
            return switch (question.type()) {
                case TEXT, LONG_TEXT -> new Value.Text(text(stored));
                case DATE -> new Value.Day(PartialDate.parse(text(stored)));
                case COUNTRY -> new Value.Country(text(stored));
                case CHOICE -> choice(question, text(stored));
                case YES_NO -> new Value.YesNo((Boolean) stored);
                case NAME ->
                    new Value.Name(
                            part(stored, "given"),
                            part(stored, "family"),
                            part(stored, "passport_given"),
                            part(stored, "passport_family"));
                case PASSPORT ->
                    new Value.Passport(
                            part(stored, "number"),
                            part(stored, "issuer"),
                            part(stored, "nationality"),
                            part(stored, "surname"),
                            part(stored, "given"),
                            LocalDate.parse(part(stored, "expires")),
                            part(stored, "mrz"));
                case ADDRESS ->
                    new Value.Address(
                            part(stored, "country"),
                            part(stored, "lines"),
                            part(stored, "town"),
                            part(stored, "region"),
                            part(stored, "postcode"));
                case GROUP -> group(question, stored);
                case DOCUMENTS -> documents(question, (List<?>) stored);
            };
        } catch (ClassCastException | DateTimeException _) {
            throw notFor(question); // without the cause: its message would carry the answer
        }
    }

    private static Value choice(Question question, String code) {
        if (question.choice(code).isEmpty()) throw notFor(question);
        return new Value.Choice(code);
    }

    /// A list alone is complete: that is how answers are written by hand.
    private static Value group(Question question, Object stored) {
        var items = new ArrayList<Value.Item>();
        var written = stored instanceof Map<?, ?> map ? map.get("items") : stored;
        if (!(written instanceof List<?> list)) throw notFor(question);
        for (var each : list) items.add(item(question, (Map<?, ?>) each, items.size() + 1));
        var complete = !(stored instanceof Map<?, ?> map) || !Boolean.FALSE.equals(map.get("complete"));
        return new Value.Group(items, complete);
    }

    private static Value.Item item(Question question, Map<?, ?> stored, int number) {
        var group = question.group().orElseThrow(() -> notFor(question));
        var answers = new LinkedHashMap<String, Value>();
        for (var entry : stored.entrySet()) {
            var name = text(entry.getKey());
            if (name.equals("item") || entry.getValue() == null) continue;
            var member = group.member(name).orElseThrow(() -> notFor(question));
            answers.put(name, read(member, entry.getValue()));
        }
        var id = stored.get("item");
        return new Value.Item(id == null ? String.valueOf(number) : text(id), answers);
    }

    private static Value documents(Question question, List<?> stored) {
        var papers = question.files().orElseThrow(() -> notFor(question)).papers();
        var given = new ArrayList<Value.Given>();
        for (var each : stored) {
            var paper = each instanceof String alone ? alone : part(each, "paper");
            if (!papers.contains(paper)) throw notFor(question);
            given.add(new Value.Given(paper, each instanceof String ? "" : part(each, "document")));
        }
        return new Value.Documents(given);
    }

    private static String text(Object stored) {
        return (String) stored;
    }

    private static String part(Object stored, String part) {
        var value = ((Map<?, ?>) stored).get(part);
        return value == null ? "" : (String) value;
    }

    private static IllegalArgumentException notFor(Question question) {
        return new IllegalArgumentException("not an answer to " + question.id() + " (" + question.type() + ")");
    }
}
