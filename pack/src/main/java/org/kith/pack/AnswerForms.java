package org.kith.pack;

import java.util.ArrayList;
import java.util.List;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;

/// How an answer to each type of question is written by hand.
final class AnswerForms {
    private AnswerForms() {}

    static String of(Question question) {
        return switch (question.type()) {
            case TEXT, LONG_TEXT -> "write a text";
            case DATE -> "write 1931, 1931-04 or 1931-04-27";
            case COUNTRY -> "write three letters, of ISO 3166 or of the pack";
            case YES_NO -> "write yes or no";
            case CHOICE -> {
                var codes = new ArrayList<String>();
                question.choices().forEach(choice -> codes.add(choice.code()));
                yield "write one of " + String.join(", ", codes);
            }
            case NAME -> "write given, family, passport_given and passport_family below it";
            case ADDRESS -> "write country, lines, town, region and postcode below it";
            case GROUP -> "write a list, and for each the answers to the group's questions";
            case DOCUMENTS -> "write a list of papers that the question asks for";
            case PASSPORT -> "write number, issuer, nationality, surname, given and expires below it";
        };
    }

    /// The parts of an answer that has parts.
    static List<String> partsOf(QuestionType type) {
        return switch (type) {
            case NAME -> List.of("given", "family", "passport_given", "passport_family");
            case ADDRESS -> List.of("country", "lines", "town", "region", "postcode");
            case PASSPORT -> List.of("number", "issuer", "nationality", "surname", "given", "expires", "mrz");
            case TEXT, LONG_TEXT, DATE, COUNTRY, YES_NO, CHOICE, GROUP, DOCUMENTS -> List.of();
        };
    }
}
