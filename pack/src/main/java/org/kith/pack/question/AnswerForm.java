package org.kith.pack.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.question.CheckedAnswer.Accepted;
import org.kith.pack.question.CheckedAnswer.LeftEmpty;
import org.kith.pack.question.CheckedAnswer.Refused;
import org.kith.pack.source.Block;

/// The raw fields of one question in a form, and what is wrong with them.
final class AnswerForm {
    /// Far above every limit: longer input is refused before it is looked at.
    private static final int LONGEST_INPUT = 20_000;

    private final Question question;
    private final Map<String, String> form;
    private final LocalDate today;
    private final Countries countries;
    private final List<FieldFault> faults = new ArrayList<>();

    AnswerForm(Question question, Map<String, String> form, LocalDate today, Countries countries) {
        this.question = question;
        this.form = form;
        this.today = today;
        this.countries = countries;
    }

    CheckedAnswer check() {
        if (question.notKnown() && isTicked("not_known")) return new Accepted(new Value.NotKnown());
        if (isEmpty()) return empty();

        var value = read();
        if (!faults.isEmpty()) return new Refused(faults);
        return value.<CheckedAnswer>map(Accepted::new).orElseGet(this::empty);
    }

    private Optional<Value> read() {
        return switch (question.type()) {
            case TEXT, LONG_TEXT -> text();
            case NAME -> new NameForm(this).read().map(name -> name);
            case DATE ->
                new DateForm(this, question.id())
                        .read(question.partial(), question.when())
                        .map(Value.Day::new);
            case ADDRESS -> new AddressForm(this).read().map(address -> address);
            // Built from items and files, not from fields: see Questions.
            case GROUP, DOCUMENTS -> Optional.empty();
            case COUNTRY -> country();
            case CHOICE -> choice();
            case YES_NO -> yesNo();
            case PASSPORT -> new PassportForm(this).read().map(passport -> passport);
        };
    }

    private Optional<Value> text() {
        var text = line(question.id(), question.maxLength());
        if (text.isEmpty()) return Optional.empty();
        if (question.pattern().isPresent() && !question.pattern().get().matches(text)) {
            refuse(question.id(), "refused.pattern", Map.of());
        }
        return Optional.of(new Value.Text(text));
    }

    private Optional<Value> country() {
        var code = raw(question.id());
        var known = question.historic() ? countries.knowsOrKnew(code) : countries.knows(code);
        if (!known) refuse(question.id(), "refused.country", Map.of());
        return Optional.of(new Value.Country(code));
    }

    private Optional<Value> choice() {
        var code = raw(question.id());
        if (question.choice(code).isEmpty()) refuse(question.id(), "refused.choice", Map.of());
        return Optional.of(new Value.Choice(code));
    }

    private Optional<Value> yesNo() {
        var said = raw(question.id());
        if (!said.equals("yes") && !said.equals("no")) refuse(question.id(), "refused.choice", Map.of());
        return Optional.of(new Value.YesNo(said.equals("yes")));
    }

    /// A field made safe to keep: NFC, trimmed, no control characters. Empty if it was refused or not filled in.
    String line(String field, int most) {
        return clean(field, most, question.type() == QuestionType.LONG_TEXT);
    }

    /// The same, with its line breaks.
    String lines(String field, int most) {
        return clean(field, most, true);
    }

    private String clean(String field, int most, boolean manyLines) {
        var cleaned = SafeText.clean(raw(field), manyLines);
        if (cleaned.isEmpty()) {
            refuse(field, "refused.character", Map.of());
            return "";
        }
        var text = cleaned.get();
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            refuse(field, "refused.too-long", Map.of("most", most, "length", length));
            return "";
        }
        return text;
    }

    String raw(String field) {
        var value = form.getOrDefault(field, "");
        if (value.length() <= LONGEST_INPUT) return value.strip();
        refuse(field, "refused.too-long", Map.of("most", question.maxLength(), "length", value.length()));
        return "";
    }

    void refuse(String field, String messageKey, Map<String, Object> values) {
        if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
            faults.add(new FieldFault(field, messageKey, values));
        }
    }

    String field(String part) {
        return question.id() + "." + part;
    }

    Question question() {
        return question;
    }

    LocalDate today() {
        return today;
    }

    Countries countries() {
        return countries;
    }

    private CheckedAnswer empty() {
        if (!question.required()) return new LeftEmpty();
        var first = switch (question.type()) {
            case TEXT, LONG_TEXT, COUNTRY, CHOICE, YES_NO, GROUP, DOCUMENTS -> question.id();
            case ADDRESS -> field("country");
            case NAME -> field("given");
            case DATE -> field("day");
            case PASSPORT -> field("number");
        };
        return new Refused(List.of(new FieldFault(first, "refused.empty." + Block.spelt(question.type()))));
    }

    private boolean isTicked(String part) {
        return !form.getOrDefault(field(part), "").isBlank();
    }

    private boolean isEmpty() {
        return form.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(question.id()) || entry.getKey().startsWith(question.id() + "."))
                .allMatch(entry -> entry.getValue().isBlank());
    }
}
