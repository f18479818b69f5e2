package org.kith.server.desk.web;

import java.util.Optional;
import java.util.Set;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Topic;
import org.kith.pack.text.Texts;
import org.kith.server.application.Said;
import org.kith.server.desk.web.CasePage.Fact;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.PassportField;
import org.kith.server.identity.Sameness;

/// Puts beside an answer what it rests on: the passport seen at a counter, or the person's word.
final class CaseFact {
    private CaseFact() {}

    static Fact of(Question question, Pack pack, Texts texts, Answers given, Optional<IdentityCheck> check) {
        var title = texts.has(question.shortKey()) ? question.shortKey() : question.labelKey();
        var said = given.to(question.id())
                .map(value -> Said.of(question, value, pack.questions().countries(), texts));
        var standing = check.filter(IdentityCheck::confirmed)
                .map(seen -> standing(seen, fields(question)))
                .orElse(Sameness.UNKNOWN);
        var restsOn = switch (standing) {
            case SAME -> "case.rests.passport";
            case DIFFERS -> "case.rests.differs";
            case UNKNOWN -> said.isEmpty() ? "case.rests.nothing" : "case.rests.declared";
        };
        return new Fact(texts.text(title), said.orElse(""), restsOn, standing == Sameness.DIFFERS);
    }

    /// The passport's fields that an answer can be compared with.
    private static Set<PassportField> fields(Question question) {
        if (question.type() == QuestionType.NAME && question.topic() == Topic.NAME) {
            return Set.of(PassportField.SURNAME, PassportField.GIVEN_NAMES);
        }
        if (question.type() == QuestionType.DATE && question.topic() == Topic.BIRTH) {
            return Set.of(PassportField.BIRTH_DATE);
        }
        return question.type() == QuestionType.PASSPORT
                ? Set.of(PassportField.NUMBER, PassportField.ISSUER, PassportField.EXPIRY)
                : Set.of();
    }

    private static Sameness standing(IdentityCheck check, Set<PassportField> fields) {
        var rows = check.fields().stream()
                .filter(row -> fields.contains(row.field()))
                .toList();
        if (rows.stream().anyMatch(row -> row.sameness() == Sameness.DIFFERS)) return Sameness.DIFFERS;
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.sameness() == Sameness.SAME)
                ? Sameness.SAME
                : Sameness.UNKNOWN;
    }
}
