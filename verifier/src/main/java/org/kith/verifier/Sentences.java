package org.kith.verifier;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kith.credential.check.CheckReason;
import org.kith.credential.check.CheckResult;
import org.kith.credential.qr.CardQr;

/// Says an answer in plain words.
final class Sentences {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Sentences() {}

    /// One line: the answer, why, who, and how old the list is.
    static String say(CheckResult result) {
        var text = new StringBuilder(answer(result.reason()));
        var card = result.card();
        if (card != null) {
            text.append(' ').append(person(card)).append(", issued by ").append(result.issuerName());
            text.append(", ends ").append(DAY.format(card.expiresAt())).append('.');
        }
        var issuedAt = result.listIssuedAt();
        var age = result.listAge();
        if (issuedAt != null && age != null) {
            text.append(" Status list of ").append(MOMENT.format(issuedAt));
            text.append(", ").append(age(age)).append(" old.");
        }
        return text.toString();
    }

    static String answer(CheckReason reason) {
        return switch (reason) {
            case STANDS -> "VALID.";
            case SUSPENDED -> "SUSPENDED. The card does not count for the time being.";
            case REVOKED -> "REVOKED. The card has been ended for good.";
            case ENDED -> "EXPIRED. The code has run out.";
            case SIGNATURE_FAILS -> "NOT GENUINE. The named issuer did not sign this.";
            case UNREADABLE -> "UNKNOWN. No card's code could be read. Try a sharper or larger picture.";
            case ISSUER_NOT_TRUSTED -> "UNKNOWN. The issuer is not among those you trust. See `kith trust add --help`.";
            case KEY_NOT_TRUSTED ->
                "UNKNOWN. The issuer is trusted, but not this key. Run `kith fetch`; a forger may have made it up.";
            case KEY_OUT_OF_TIME -> "UNKNOWN. It was signed when its key was not to be used.";
            case NOT_YET_VALID -> "UNKNOWN. It begins later than this computer's clock says it is.";
            case LIST_ELSEWHERE -> "UNKNOWN. It points to a status list that its issuer does not publish.";
            case NO_LIST -> "UNKNOWN. There is no status list for it here. Run `kith fetch` with the network on.";
            case LIST_REFUSED ->
                "UNKNOWN. The status list here is damaged or not the issuer's. Run `kith fetch` with the network on.";
            case LIST_EXPIRED -> "UNKNOWN. The status list here has run out. Run `kith fetch` with the network on.";
            case LIST_FROM_FUTURE -> "UNKNOWN. The status list is newer than this computer's clock. Set the clock.";
            case STATUS_UNKNOWN -> "UNKNOWN. The status list has no meaning for this card.";
        };
    }

    private static String person(CardQr card) {
        var own = card.nameInOwnScript();
        return card.fullName() + (own == null ? "" : " (" + own + ")") + ", born " + card.yearOfBirth();
    }

    /// The largest whole unit, as a person would say it.
    static String age(Duration age) {
        if (age.toDays() > 0) return count(age.toDays(), "day");
        if (age.toHours() > 0) return count(age.toHours(), "hour");
        return count(age.toMinutes(), "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
