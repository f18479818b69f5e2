package org.kith.server.application.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Countries;
import org.kith.pack.question.Detail;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.source.Block;
import org.kith.pack.text.Texts;

/// One question as a form shows it, in the words of the programme.
///
/// @param values what stands in the fields now, by field name
/// @param errors what is wrong with a field, by field name
public record QuestionView(
        String id,
        QuestionType type,
        String label,
        @Nullable String hint,
        String why,
        boolean required,
        boolean notKnown,
        boolean partial,
        boolean passportSpelling,
        List<Option> options,
        List<Option> calendars,
        Map<String, String> values,
        Map<String, String> errors,
        @Nullable AddressView address,
        @Nullable GroupView group,
        @Nullable FilesView files) {

    public record Option(String code, String label) {}

    static QuestionView of(
            Question question,
            Countries countries,
            Texts texts,
            Map<String, String> values,
            List<FieldFault> faults,
            Function<FieldFault, String> words) {
        return new QuestionView(
                question.id(),
                question.type(),
                texts.text(question.labelKey()),
                texts.has(question.hintKey()) ? texts.text(question.hintKey()) : null,
                texts.text(question.purposeKey()),
                question.required(),
                question.notKnown(),
                question.partial(),
                !(question.detail() instanceof Detail.Names names) || names.passportSpelling(),
                options(question, countries, texts),
                question.calendars().stream()
                        .map(calendar -> Block.spelt(calendar))
                        .map(code -> new Option(code, texts.text("calendar." + code)))
                        .toList(),
                values,
                faults.stream()
                        .filter(fault -> belongs(fault, question))
                        .collect(Collectors.toMap(FieldFault::field, words, (a, b) -> a)),
                question.type() == QuestionType.ADDRESS
                        ? AddressView.in(values.getOrDefault(question.id() + ".country", ""), countries, texts)
                        : null,
                null,
                null);
    }

    QuestionView with(@Nullable GroupView list, @Nullable FilesView papers) {
        return new QuestionView(
                id,
                type,
                label,
                hint,
                why,
                required,
                notKnown,
                partial,
                passportSpelling,
                options,
                calendars,
                values,
                errors,
                address,
                list,
                papers);
    }

    public String value(String part) {
        return values.getOrDefault(field(part), "");
    }

    public String value() {
        return values.getOrDefault(id, "");
    }

    public String field(String part) {
        return id + "." + part;
    }

    public @Nullable String error(String part) {
        return errors.get(field(part));
    }

    public @Nullable String error() {
        return errors.get(id);
    }

    /// The first thing wrong with any field of the question.
    public @Nullable String anyError() {
        return errors.values().stream().findFirst().orElse(null);
    }

    private static boolean belongs(FieldFault fault, Question question) {
        return fault.field().equals(question.id()) || fault.field().startsWith(question.id() + ".");
    }

    private static List<Option> options(Question question, Countries countries, Texts texts) {
        return switch (question.type()) {
            case CHOICE ->
                question.choices().stream()
                        .map(choice -> new Option(choice.code(), texts.text(choice.labelKey())))
                        .toList();
            case YES_NO -> List.of(new Option("yes", texts.text("word.yes")), new Option("no", texts.text("word.no")));
            case COUNTRY, PASSPORT, ADDRESS ->
                countries.inOrder(texts, question.historic()).stream()
                        .map(country -> new Option(country.code(), country.name()))
                        .toList();
            case TEXT, LONG_TEXT, NAME, DATE, GROUP, DOCUMENTS -> List.of();
        };
    }
}
