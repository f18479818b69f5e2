package org.kith.server.application.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.Value;

/// What stands in the fields of a page when it opens: the answers given, and where there is none yet, what the
/// passport already says.
final class Prefill {
    private Prefill() {}

    static Map<String, String> of(Page page, Answers answers) {
        var values = new LinkedHashMap<String, String>();
        for (var question : page.questions()) {
            answers.to(question.id())
                    .map(value -> FormValues.of(question.id(), value))
                    .or(() -> fromPassport(question, answers))
                    .ifPresent(values::putAll);
        }
        return values;
    }

    private static Optional<Map<String, String>> fromPassport(Question question, Answers answers) {
        return passport(answers)
                .filter(_ -> question.type() == QuestionType.NAME)
                .map(passport -> Map.of(
                        question.id() + ".passport_given", passport.given(),
                        question.id() + ".passport_family", passport.surname()));
    }

    private static Optional<Value.Passport> passport(Answers answers) {
        return answers.values().values().stream()
                .filter(Value.Passport.class::isInstance)
                .map(Value.Passport.class::cast)
                .findFirst();
    }
}
