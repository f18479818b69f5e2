package org.kith.server.identity;

import java.util.Optional;
import java.util.function.Function;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.PartialDate;
import org.kith.pack.question.Question;
import org.kith.pack.question.Topic;
import org.kith.pack.question.Value;

/// What a person declared about themselves and their passport, found among the answers by what each question is about.
/// A pack may name its questions as it likes.
public record Declared(Optional<Value.Name> name, Optional<PartialDate> birth, Optional<Value.Passport> passport) {
    public static Declared in(Answers answers, Pack pack) {
        return new Declared(
                first(answers, pack, Topic.NAME, Value.Name.class),
                first(answers, pack, Topic.BIRTH, Value.Day.class)
                        .flatMap(day -> day.date().gregorian()),
                first(answers, pack, Topic.IDENTITY_DOCUMENT, Value.Passport.class));
    }

    /// As it was declared, in the terms of a passport; empty if it was not.
    String text(PassportField field) {
        return switch (field) {
            case SURNAME -> ofPassport(Value.Passport::surname);
            case GIVEN_NAMES -> ofPassport(Value.Passport::given);
            case BIRTH_DATE -> birth.map(PartialDate::toString).orElse("");
            case NATIONALITY -> ofPassport(Value.Passport::nationality);
            case ISSUER -> ofPassport(Value.Passport::issuer);
            case NUMBER -> ofPassport(Value.Passport::number);
            case EXPIRY -> ofPassport(each -> each.expires().toString());
        };
    }

    private String ofPassport(Function<Value.Passport, String> part) {
        return passport.map(part).orElse("");
    }

    private static <V extends Value> Optional<V> first(Answers answers, Pack pack, Topic topic, Class<V> kind) {
        return pack.questions().all().stream()
                .filter(question -> question.topic() == topic)
                .map(Question::id)
                .flatMap(id -> answers.to(id, kind).stream())
                .findFirst();
    }
}
