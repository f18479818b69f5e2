package org.kith.server.identity;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.credential.emrtd.PassiveAuthentication;
import org.kith.credential.emrtd.PassiveResult;
import org.kith.credential.emrtd.PassiveResult.Genuine;
import org.kith.credential.emrtd.Portrait.Format;
import org.kith.credential.emrtd.TrustedStates;
import org.kith.credential.emrtd.VerifiedChip;
import org.kith.credential.mrz.Mrz;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitGuard;
import org.kith.server.identity.ChipReading.Active;
import org.kith.server.identity.ChipReading.Passive;
import org.kith.server.identity.ChipResult.AnotherCentre;
import org.kith.server.identity.ChipResult.Kept;
import org.kith.server.identity.ChipResult.NoLines;
import org.kith.server.identity.ChipResult.NotAsked;
import org.kith.server.identity.ChipResult.Over;
import org.kith.server.identity.intake.Redrawing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Judges a passport's chip at the counter. **The reader only carries: the server repeats passive authentication, and
/// the chip answers a challenge of the server's.**
@Service
public class ChipCheck {
    private final Bookings bookings;
    private final Applications applications;
    private final PassportComparison passport;
    private final TrustedPassports trusted;
    private final ChipChallenges challenges;
    private final Chips chips;
    private final Redrawing redrawing;
    private final VisitGuard guard;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChipCheck(
            Bookings bookings,
            Applications applications,
            PassportComparison passport,
            TrustedPassports trusted,
            ChipChallenges challenges,
            Chips chips,
            Redrawing redrawing,
            VisitGuard guard,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.applications = applications;
        this.passport = passport;
        this.trusted = trusted;
        this.challenges = challenges;
        this.chips = chips;
        this.redrawing = redrawing;
        this.guard = guard;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What the chip is to sign; nothing where the visit is not before this officer now.
    @Transactional
    public Optional<byte[]> challenge(BookingId id, Actor.Officer registrar) {
        var found = bookings.find(id);
        if (found.isEmpty()) return Optional.empty();
        var application = applications.find(found.get().application()).orElseThrow();
        if (guard.refuses(found.get(), application, registrar)) return Optional.empty();
        if (!CounterCheck.isUnderWay(found.get(), application)) return Optional.empty();

        return Optional.of(challenges.next(id, registrar.id()));
    }

    /// Judges what was read, and keeps what came of it with the visit.
    public ChipResult receive(BookingId id, ChipDelivery delivery, Actor.Officer registrar) {
        var found = bookings.find(id);
        if (found.isEmpty()) return new Over();
        var application = applications.find(found.get().application()).orElseThrow();
        if (guard.refuses(found.get(), application, registrar)) return new AnotherCentre();
        // Used by being taken, whatever follows.
        var challenge = challenges.take(id, registrar.id());
        if (challenge.isEmpty()) return new NotAsked();
        var printed = passport.mrz(delivery.lines());
        if (printed.isEmpty()) return new NoLines();

        var judged = judge(delivery, challenge.get(), printed.get());
        // Drawn in a process of its own, while nothing is held.
        var portrait = judged.chip().flatMap(VerifiedChip::portrait).flatMap(this::drawn);
        return transaction.execute(_ -> keep(id, judged.reading(), portrait.orElse(null), registrar));
    }

    /// The chip's portrait, for the officer at the counter. The look is written down before it is shown.
    @Transactional
    public Optional<byte[]> look(BookingId id, Actor.Officer registrar) {
        var found = bookings.find(id);
        if (found.isEmpty() || !chips.hasPortrait(id)) return Optional.empty();
        var application = applications.find(found.get().application()).orElseThrow();
        if (!isOpen(found.get(), application, registrar)) return Optional.empty();

        journal.look(
                Deed.PHOTO_SEEN, registrar, application.person(), subject(found.get()), LookPurpose.IDENTITY_CHECK);
        return chips.portrait(application, id);
    }

    private record Judged(ChipReading reading, Optional<VerifiedChip> chip) {}

    private Judged judge(ChipDelivery delivery, byte[] challenge, Mrz printed) {
        var states = trusted.of(TrustedStates.country(printed.issuer()));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var result = new PassiveAuthentication(states).check(delivery.files(), now);
        var chip = result instanceof Genuine(var verified) ? Optional.of(verified) : Optional.<VerifiedChip>empty();
        var reading = new ChipReading(
                passive(result),
                chip.map(each -> active(each, challenge, delivery)).orElse(Active.NOT_JUDGED),
                delivery.said(),
                chip.map(VerifiedChip::country).orElse(""),
                chip.map(VerifiedChip::cscaFingerprint).orElse(""),
                HexFormat.of().formatHex(SignedForm.digest(delivery.sod())),
                chip.map(each -> each.mrz().lines()).orElse(List.of()),
                chip.flatMap(VerifiedChip::portrait)
                        .map(each -> each.format() != Format.JPEG)
                        .orElse(false),
                now);
        return new Judged(reading, chip);
    }

    /// A chip that has a key and does not answer is taken for a copy: a copy has no other way.
    private static Active active(VerifiedChip chip, byte[] challenge, ChipDelivery delivery) {
        var key = chip.activeAuthentication();
        if (key.isEmpty()) return Active.NOT_OFFERED;
        return delivery.answer()
                        .filter(answer -> key.get().isProvenBy(challenge, answer))
                        .isPresent()
                ? Active.PROVEN
                : Active.FAILED;
    }

    private static Passive passive(PassiveResult result) {
        return switch (result) {
            case Genuine _ -> Passive.GENUINE;
            case PassiveResult.Unreadable _ -> Passive.UNREADABLE;
            case PassiveResult.Incomplete _ -> Passive.INCOMPLETE;
            case PassiveResult.Altered _ -> Passive.ALTERED;
            case PassiveResult.SignatureWrong _ -> Passive.SIGNATURE_WRONG;
            case PassiveResult.UnknownCsca _ -> Passive.UNKNOWN_STATE;
            case PassiveResult.SignerExpired _ -> Passive.SIGNER_EXPIRED;
            case PassiveResult.SignerNotEntitled _ -> Passive.SIGNER_NOT_ENTITLED;
        };
    }

    private Optional<byte[]> drawn(org.kith.credential.emrtd.Portrait portrait) {
        if (portrait.format() != Format.JPEG) return Optional.empty();
        return switch (redrawing.redrawPicture(new ByteArrayInputStream(portrait.image()), false)) {
            case Intake.Accepted(var pages) -> Optional.of(pages.getFirst().jpeg());
            case Intake.Refused _ -> Optional.empty();
        };
    }

    private ChipResult keep(BookingId id, ChipReading reading, byte @Nullable [] portrait, Actor.Officer registrar) {
        var application = applications.lock(bookings.find(id).orElseThrow().application());
        var booking = bookings.find(id).orElseThrow();
        if (!isOpen(booking, application, registrar)) return new Over();

        chips.put(application, id, registrar.id(), reading, portrait);
        journal.record(
                Deed.CHIP_READ,
                registrar,
                application.person(),
                subject(booking),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.RESULT, reading.passive())
                        .and(Detail.CHIP_READ, reading.passive() == Passive.GENUINE && !reading.isForged()));
        return new Kept(reading);
    }

    private static boolean isOpen(Booking booking, Application application, Actor.Officer registrar) {
        return Attendance.isAtCentreOf(booking, registrar) && CounterCheck.isUnderWay(booking, application);
    }

    private static Case subject(Booking booking) {
        return new Case(CaseKind.BOOKING, booking.id().value());
    }
}
