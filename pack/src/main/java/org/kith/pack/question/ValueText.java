package org.kith.pack.question;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.pack.source.Block;
import org.kith.pack.text.Texts;

/// Says an answer in words of a language.
public final class ValueText {
    private ValueText() {}

    public static String of(Question question, Value value, Countries countries, Texts texts) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Name name -> name.inOwnScript();
            case Value.Day(var date) -> date(date, texts);
            case Value.Country(var code) -> countries.name(code, texts);
            case Value.Choice(var code) ->
                question.choice(code)
                        .map(choice -> texts.text(choice.labelKey()))
                        .orElse(code);
            case Value.YesNo(var yes) -> texts.text(yes ? "word.yes" : "word.no");
            case Value.NotKnown() -> texts.text("word.not-known");
            case Value.Passport passport -> passport.number() + ", " + countries.name(passport.issuer(), texts);
            case Value.Address address -> address(address, countries, texts);
            case Value.Group(var items, var _) -> texts.text("word.items", Map.of("count", items.size()));
            case Value.Documents(var given) -> papers(given, texts);
        };
    }

    /// One answer of one of a group.
    public static String of(Question group, Value.Item item, String member, Countries countries, Texts texts) {
        var question = group.group().flatMap(each -> each.member(member)).orElseThrow();
        return item.to(member)
                .map(value -> of(question, value, countries, texts))
                .orElse("");
    }

    private static String address(Value.Address address, Countries countries, Texts texts) {
        var parts = new ArrayList<>(address.lines().lines().toList());
        parts.addAll(List.of(
                (address.postcode() + " " + address.town()).strip(),
                address.region(),
                countries.name(address.country(), texts)));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String papers(List<Value.Given> given, Texts texts) {
        return given.stream()
                .map(Value.Given::paper)
                .distinct()
                .map(paper -> texts.text("evidence." + paper + ".title"))
                .collect(Collectors.joining("; "));
    }

    public static String date(LocalDate date, Texts texts) {
        return date(PartialDate.of(date), texts);
    }

    public static String date(PartialDate date, Texts texts) {
        return date.calendar() == DateCalendar.GREGORIAN ? written(date, texts) : inItsCalendar(date, texts);
    }

    private static String written(PartialDate date, Texts texts) {
        var skeleton = date.isWhole() ? "yMMMMd" : date.month() == 0 ? "y" : "yMMMM";
        return date.calendar()
                .format(skeleton, texts.language().locale())
                .format(Date.from(date.earliest().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
    /// As the document has it, and the Gregorian days that it means.
    private static String inItsCalendar(PartialDate date, Texts texts) {
        var calendar = texts.text("calendar." + Block.spelt(date.calendar()));
        var written = written(date, texts);
        var first = date(date.earliest(), texts);
        var last = date(date.latest(), texts);
        return first.equals(last)
                ? texts.text("calendar.day", Map.of("written", written, "calendar", calendar, "day", first))
                : texts.text(
                        "calendar.days",
                        Map.of("written", written, "calendar", calendar, "first", first, "last", last));
    }
}
