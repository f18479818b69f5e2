package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Value;
import org.kith.pack.text.Texts;
import org.kith.server.application.Said;
import org.kith.server.identity.Declared;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.PassportField;
import org.kith.server.matching.DocumentNumber;
import org.kith.server.matching.NameSpellings;

/// One of two applications that are laid side by side, field by field.
final class CaseMatchSide {
    private static final Set<QuestionType> COMPARED =
            Set.of(QuestionType.TEXT, QuestionType.NAME, QuestionType.DATE, QuestionType.COUNTRY, QuestionType.CHOICE);

    private final Pack pack;
    private final Texts texts;
    private final Answers given;
    private final Optional<IdentityCheck> check;
    private final Declared declared;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /// A field as this side has it.
    ///
    /// @param shown  as the passport at the counter says, or else as it was declared
    /// @param said   as it was declared, where the passport differs
    /// @param spelt  the spellings that count as the same
    /// @param isName whose first letter may show while it is masked
    record Field(String shown, String said, Set<String> spelt, boolean isName) {
        static final Field NOTHING = new Field("", "", Set.of(), false);
    }

    CaseMatchSide(Pack pack, Answers given, Optional<IdentityCheck> check) {
        this.pack = pack;
        this.texts = pack.messages().in(Locale.ENGLISH.toLanguageTag());
        this.given = given;
        this.check = check.filter(IdentityCheck::confirmed);
        this.declared = Declared.in(given, pack);
        gather();
    }

    /// The fields by their titles, in the order an officer reads them.
    Map<String, Field> fields() {
        return fields;
    }

    private void gather() {
        var passport = declared.passport();
        var name = declared.name();
        name("match.field.name", printedName(), name.map(Value.Name::inPassport));
        name("match.field.own-script", "", name.map(Value.Name::inOwnScript));
        put(
                "match.field.birth",
                printed(PassportField.BIRTH_DATE),
                declared.birth().map(Object::toString),
                Set::of);
        put(
                "match.field.number",
                printed(PassportField.NUMBER).replace("<", ""),
                passport.map(Value.Passport::number),
                number -> Set.of(DocumentNumber.of("ZZZ", number)));
        country("match.field.issuer", PassportField.ISSUER, passport.map(Value.Passport::issuer));
        country("match.field.nationality", PassportField.NATIONALITY, passport.map(Value.Passport::nationality));
        pack.questions().all().stream()
                .filter(CaseMatchSide::isCompared)
                .forEach(question -> answer(question, given.to(question.id())));
    }

    /// What tells two people apart who share a name or a passport: where they were born, and of whom.
    private static boolean isCompared(Question question) {
        if (!COMPARED.contains(question.type())) return false;
        return switch (question.topic()) {
            case BIRTH -> question.type() != QuestionType.DATE;
            case RESIDENCE -> true;
            case FAMILY -> question.type() != QuestionType.CHOICE;
            default -> false;
        };
    }

    private void answer(Question question, Optional<Value> value) {
        var said = value.map(each -> Said.of(question, each, pack.questions().countries(), texts))
                .orElse("");
        var title = texts.text(texts.has(question.shortKey()) ? question.shortKey() : question.labelKey());
        var isName = question.type() == QuestionType.NAME;
        var spelt = isName ? NameSpellings.of(said) : Set.of(said.strip().toLowerCase(Locale.ROOT));
        fields.put(title, said.isEmpty() ? Field.NOTHING : new Field(said, "", spelt, isName));
    }

    private void name(String title, String printed, Optional<String> declared) {
        put(title, printed, declared, NameSpellings::of);
        fields.computeIfPresent(title, (_, field) -> new Field(field.shown(), field.said(), field.spelt(), true));
    }

    private void country(String title, PassportField field, Optional<String> declared) {
        Function<String, String> name = code -> pack.questions().countries().name(code, texts);
        var printed = printed(field);
        put(title, printed.isEmpty() ? "" : name.apply(printed), declared.map(name), Set::of);
    }

    private void put(String title, String printed, Optional<String> declared, Function<String, Set<String>> spelling) {
        var said = declared.orElse("");
        var spelt = Stream.of(printed, said)
                .filter(Predicate.not(String::isEmpty))
                .flatMap(each -> spelling.apply(each).stream())
                .collect(Collectors.toSet());
        var shown = printed.isEmpty() ? said : printed;
        var differs = !said.isEmpty() && !spelling.apply(shown).equals(spelling.apply(said));
        fields.put(title, new Field(shown, differs ? said : "", spelt, false));
    }

    private String printedName() {
        return (printed(PassportField.GIVEN_NAMES) + " " + printed(PassportField.SURNAME)).strip();
    }

    private String printed(PassportField field) {
        return check.map(seen -> seen.inPassport(field, declared)).orElse("");
    }
}
