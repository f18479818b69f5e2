package org.kith.server.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kith.pack.Pack;
import org.kith.pack.programme.CredentialDefinition;
import org.kith.pack.programme.CredentialDefinition.CardFact;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromAnswer;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromCard;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromRule;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Value;
import org.kith.pack.rule.Facts;
import org.kith.server.application.Applications;
import org.kith.server.application.DraftAnswers;
import org.kith.server.identity.Photos;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// What a card says in a wallet: the claims of its pack's credential, from what was proved for it.
@Component
public class CardClaims {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Photos photos;
    private final Programme programme;
    private final Clock clock;

    CardClaims(Applications applications, DraftAnswers answers, Photos photos, Programme programme, Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.photos = photos;
        this.programme = programme;
        this.clock = clock;
    }

    /// By claim, in the pack's order: a text, a day, a truth, or the bytes of a JPEG. What is not known is left out,
    /// and
    /// so is all of it once the holder's key is destroyed.
    public Map<String, Object> of(Card card, CredentialDefinition definition) {
        var pack = programme.version(card.pack());
        var application = applications.find(card.application()).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var given = answers.of(application);
        var facts = Facts.of(pack.questions().all(), pack.questions().standing(given, today), today);
        var claims = new LinkedHashMap<String, Object>();
        for (var claim : definition.claims()) {
            var value = switch (claim.source()) {
                case FromAnswer(var question, var part) -> answer(given, question, part);
                case FromCard(var fact) ->
                    fact == CardFact.PORTRAIT
                            ? photos.confirmed(application).<Object>map(Portrait::of)
                            : Optional.<Object>of(fact(card, pack, fact));
                case FromRule(var rule) ->
                    switch (rule.on(facts)) {
                        case MET -> Optional.<Object>of(true);
                        case NOT_MET -> Optional.<Object>of(false);
                        case UNKNOWN -> Optional.empty();
                    };
            };
            value.ifPresent(known -> claims.put(claim.name(), known));
        }
        return claims;
    }

    private static Object fact(Card card, Pack pack, CardFact fact) {
        return switch (fact) {
            case NUMBER -> card.number().printed(pack.programme().card().numberPrefix());
            case STATE -> pack.programme().state();
            case ISSUED -> card.validFrom();
            case EXPIRES -> card.validUntil();
            case PORTRAIT -> throw new IllegalArgumentException("a portrait lies with the application");
        };
    }

    private static Optional<Object> answer(Answers given, String question, Optional<String> part) {
        return given.to(question).flatMap(value -> part.isPresent() ? part(value, part.get()) : whole(value));
    }

    private static Optional<Object> whole(Value value) {
        return switch (value) {
            case Value.Name name -> text(name.inOwnScript());
            case Value.Day(var date) -> Optional.of(date.isWhole() ? date.earliest() : date.toString());
            case Value.Text(var text) -> text(text);
            case Value.Country(var code) -> text(code);
            case Value.Choice(var code) -> text(code);
            case Value.YesNo(var yes) -> Optional.of(yes);
            case Value.NotKnown(), Value.Passport _, Value.Address _, Value.Group _, Value.Documents _ ->
                Optional.empty();
        };
    }

    private static Optional<Object> part(Value value, String part) {
        return value.neutral() instanceof Map<?, ?> parts && parts.get(part) instanceof String text
                ? text(text)
                : Optional.empty();
    }

    private static Optional<Object> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
