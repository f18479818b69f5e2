package org.kith.server.presentation.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.credential.check.CheckAnswer;
import org.kith.credential.check.CheckResult;

/// What a check found, and what it could have found.
///
/// @param checkedAt the list's own time, in UTC; null if no list was looked into
/// @param listMinutes its age
/// @param card      what the card says; null where its signature did not hold
public record AnswerPage(
        CheckAnswer answer,
        String reasonKey,
        @Nullable String issuer,
        @Nullable LocalDateTime checkedAt,
        long listMinutes,
        @Nullable Card card) {

    /// What the code says of its holder.
    ///
    /// @param own null where the person writes their name in Latin letters
    public record Card(String name, @Nullable String own, int born, LocalDate ends) {}

    static AnswerPage of(CheckResult result) {
        var content = result.card();
        var listAt = result.listIssuedAt();
        var listAge = result.listAge();
        return new AnswerPage(
                result.answer(),
                "check.reason." + keyOf(result.reason()),
                result.issuerName(),
                listAt == null ? null : LocalDateTime.ofInstant(listAt, ZoneOffset.UTC),
                listAge == null ? 0 : listAge.toMinutes(),
                content == null
                        ? null
                        : new Card(
                                content.fullName(),
                                content.nameInOwnScript(),
                                content.yearOfBirth(),
                                LocalDate.ofInstant(content.expiresAt().minusSeconds(1), ZoneOffset.UTC)));
    }

    public String key() {
        return "check.answer." + keyOf(answer);
    }

    public String sign() {
        return signOf(answer);
    }

    public List<CheckAnswer> others() {
        return Stream.of(CheckAnswer.values()).filter(other -> other != answer).toList();
    }

    public static String keyOf(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String signOf(CheckAnswer answer) {
        return switch (answer) {
            case VALID -> "yes";
            case SUSPENDED -> "wait";
            case REVOKED, EXPIRED, NOT_GENUINE -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
