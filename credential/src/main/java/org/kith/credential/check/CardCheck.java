package org.kith.credential.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.qr.CardQr;
import org.kith.credential.qr.PresentedCardQr;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.credential.trust.KeyPurpose;
import org.kith.credential.trust.Trust;
import org.kith.credential.trust.TrustFile;
import org.kith.credential.trust.TrustedKey;

/// Checks cards against chosen issuers and status lists at hand. Safe for many threads if its lists are.
public final class CardCheck {
    /// How far two clocks may differ before a time counts as in the future.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Trust trust;
    private final StatusLists lists;
    private final Clock clock;

    public CardCheck(Trust trust, StatusLists lists, Clock clock) {
        this.trust = trust;
        this.lists = lists;
        this.clock = clock;
    }

    /// One check in a line, for who has no use for the object.
    public static CheckResult check(String text, Trust trust, StatusLists lists, Clock clock) {
        return new CardCheck(trust, lists, clock).check(text);
    }

    /// Checks the text of a card's QR code, as a reader gives it.
    public CheckResult check(String text) {
        PresentedCardQr presented;
        try {
            presented = PresentedCardQr.parse(text);
        } catch (Malformed unreadable) {
            return without(CheckReason.UNREADABLE);
        }
        var issuer = trust.in(presented.claimedIssuer());
        return issuer.isEmpty() ? without(CheckReason.ISSUER_NOT_TRUSTED) : signature(presented, issuer.get());
    }

    private CheckResult signature(PresentedCardQr presented, TrustFile issuer) {
        var named = issuer.keys(KeyPurpose.CARD).stream()
                .filter(key -> presented.names(key.key()))
                .toList();
        if (named.isEmpty()) return without(CheckReason.KEY_NOT_TRUSTED);

        for (TrustedKey key : named) {
            var verified = presented.verify(key.key());
            if (verified.isPresent()) return times(verified.get().content(), key, issuer);
        }
        return without(CheckReason.SIGNATURE_FAILS);
    }

    private CheckResult times(CardQr card, TrustedKey key, TrustFile issuer) {
        var now = clock.instant();
        if (!key.mayHaveSignedAt(card.issuedAt())) return of(CheckReason.KEY_OUT_OF_TIME, card, issuer);
        if (card.issuedAt().isAfter(now.plus(SKEW))) return of(CheckReason.NOT_YET_VALID, card, issuer);
        if (!issuer.mayPublish(card.status().uri())) return ended(card, issuer, CheckReason.LIST_ELSEWHERE, now);
        try {
            var list = lists.find(card.status().uri(), issuer);
            return status(card, issuer, list, now);
        } catch (StatusListRefused refused) {
            return ended(card, issuer, CheckReason.LIST_REFUSED, now);
        }
    }

    private static CheckResult status(CardQr card, TrustFile issuer, Optional<VerifiedStatusList> found, Instant now) {
        if (found.isEmpty()) return ended(card, issuer, CheckReason.NO_LIST, now);

        var list = found.get();
        var reason = reason(card, list, now);
        return new CheckResult(reason, card, issuer.name(), list.terms().issuedAt(), list.ageAt(now));
    }

    /// Revoked comes first, as it is for good and stands even in a list that has run out; then the code's own
    /// end.
    private static CheckReason reason(CardQr card, VerifiedStatusList list, Instant now) {
        var status = list.status(card.status().index());
        if (status == Status.INVALID) return CheckReason.REVOKED;
        if (hasEnded(card, now)) return CheckReason.ENDED;
        if (list.expiredAt(now)) return CheckReason.LIST_EXPIRED;
        if (list.terms().issuedAt().isAfter(now.plus(SKEW))) return CheckReason.LIST_FROM_FUTURE;
        return switch (status) {
            case VALID -> CheckReason.STANDS;
            case INVALID -> CheckReason.REVOKED;
            case SUSPENDED -> CheckReason.SUSPENDED;
            case UNKNOWN -> CheckReason.STATUS_UNKNOWN;
        };
    }

    /// A code that has ended is expired even where nothing can be said of its status.
    private static CheckResult ended(CardQr card, TrustFile issuer, CheckReason otherwise, Instant now) {
        return of(hasEnded(card, now) ? CheckReason.ENDED : otherwise, card, issuer);
    }

    private static boolean hasEnded(CardQr card, Instant now) {
        return !now.isBefore(card.expiresAt());
    }

    private static CheckResult of(CheckReason reason, CardQr card, TrustFile issuer) {
        return new CheckResult(reason, card, issuer.name(), null, null);
    }

    private static CheckResult without(CheckReason reason) {
        return new CheckResult(reason, null, null, null, null);
    }
}
