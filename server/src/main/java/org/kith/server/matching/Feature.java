package org.kith.server.matching;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kith.pack.question.PartialDate;
import org.kith.server.identity.Declared;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.PassportField;

/// Something by which a person is found, as plain text on its way to becoming a code.
record Feature(MatchKind kind, String value) {
    private static final Pattern WHOLE_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// By what they declared. Many were never told the day of their birth: without a whole date, the document alone.
    static Set<Feature> declared(Declared declared) {
        var features = new LinkedHashSet<Feature>();
        declared.passport().ifPresent(passport -> addDocument(features, passport.issuer(), passport.number()));
        var birth = declared.birth().filter(PartialDate::isWhole).map(PartialDate::earliest);
        declared.name().ifPresent(name -> {
            addName(features, name.inPassport(), birth);
            addName(features, name.inOwnScript(), birth);
        });
        declared.passport()
                .map(passport -> passport.given() + " " + passport.surname())
                .ifPresent(name -> addName(features, name, birth));
        return features;
    }

    /// By what their passport said at the counter.
    static Set<Feature> seen(IdentityCheck check, Declared declared) {
        var features = new LinkedHashSet<Feature>();
        addDocument(
                features,
                check.inPassport(PassportField.ISSUER, declared),
                check.inPassport(PassportField.NUMBER, declared));
        var birth = Optional.of(check.inPassport(PassportField.BIRTH_DATE, declared))
                .filter(date -> WHOLE_DATE.matcher(date).matches())
                .map(LocalDate::parse);
        var given = check.inPassport(PassportField.GIVEN_NAMES, declared);
        addName(features, given + " " + check.inPassport(PassportField.SURNAME, declared), birth);
        return features;
    }

    private static void addDocument(Set<Feature> features, String issuer, String number) {
        var document = DocumentNumber.of(issuer, number);
        if (!document.isEmpty()) features.add(new Feature(MatchKind.DOCUMENT, document));
    }

    private static void addName(Set<Feature> features, String name, Optional<LocalDate> birth) {
        birth.ifPresent(date -> NameSpellings.of(name)
                .forEach(spelling -> features.add(new Feature(MatchKind.NAME_AND_BIRTH, date + " " + spelling))));
    }

    @Override
    public String toString() {
        return "Feature[" + kind + "]";
    }
}
