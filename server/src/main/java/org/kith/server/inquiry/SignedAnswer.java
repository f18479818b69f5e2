package org.kith.server.inquiry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Jws;
import org.kith.pack.question.SafeText;
import org.kith.server.inquiry.Found.Words;
import org.kith.server.inquiry.RecipientAnswer.Answered;
import org.kith.server.inquiry.RecipientAnswer.NotKnown;
import tools.jackson.databind.JsonNode;

/// Reads another office's answer: nothing in it counts before its signature and the case it is for are looked at.
final class SignedAnswer {
    static final String TYPE = "kith-check+jwt";
    private static final int LONGEST = 4_000;

    private SignedAnswer() {}

    /// What must come back as it was sent.
    record Sent(String check, String run, String nonce) {}

    static RecipientAnswer read(String compact, String key, Sent sent) {
        try {
            var jws = Jws.parse(compact.strip());
            if (!jws.typ().equals(TYPE) || !jws.verify(publicKey(key))) {
                return new NotKnown(WhyUnknown.NOT_GENUINE);
            }
            var said = Json.object(jws.payload());
            if (!isFor(said, sent)) return new NotKnown(WhyUnknown.ANOTHER_CASE);
            return answer(said).orElse(new NotKnown(WhyUnknown.UNREADABLE));
        } catch (Malformed | IllegalArgumentException _) {
            return new NotKnown(WhyUnknown.UNREADABLE);
        }
    }

    private static boolean isFor(JsonNode said, Sent sent) {
        return said.path("check").asString("").equals(sent.check())
                && said.path("case").asString("").equals(sent.run())
                && said.path("nonce").asString("").equals(sent.nonce());
    }

    private static Optional<RecipientAnswer> answer(JsonNode said) {
        var outcome = Stream.of(Outcome.values())
                .filter(each -> each.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(said.path("outcome").asString("")))
                .findFirst();
        var source = words(said, "source");
        var words = words(said, "words");
        var asOf = said.path("as_of").asString("");
        if (outcome.isEmpty() || source.isEmpty() || source.get().isBlank() || words.isEmpty() || !isDay(asOf)) {
            return Optional.empty();
        }
        return Optional.of(new Answered(outcome.get(), new Words(words.get(), source.get(), asOf)));
    }

    private static Optional<String> words(JsonNode said, String name) {
        var text = said.path(name).asString("");
        return text.length() > LONGEST ? Optional.empty() : SafeText.clean(text, true);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static java.security.interfaces.ECPublicKey publicKey(String key) {
        var dot = key.indexOf('.');
        return Jwk.from(Map.of("kty", "EC", "crv", "P-256", "x", key.substring(0, dot), "y", key.substring(dot + 1)))
                .publicKey();
    }
}
