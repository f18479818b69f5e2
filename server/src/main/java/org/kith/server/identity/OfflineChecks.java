package org.kith.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.OfficerRole;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.identity.SyncResult.Conflict;
import org.kith.server.identity.SyncResult.Done;
import org.kith.server.identity.SyncResult.Known;
import org.kith.server.identity.SyncResult.Refused;
import org.kith.server.identity.SyncResult.Why;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.passkey.PasskeySignature;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.OfficersHand;
import org.kith.server.staff.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what registrars finished and signed while the line was down: each visit for itself, once, and never over
/// what
/// happened here meanwhile. **Role, centre and passkey count as of signing.**
@Service
public class OfflineChecks {
    /// How far a device's clock may be ahead.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final OfflineDays days;
    private final OfflineConflicts conflicts;
    private final OfflineFindings findings;
    private final Applications applications;
    private final Bookings bookings;
    private final Attendance attendance;
    private final Photos photos;
    private final Redrawing redrawing;
    private final IdentityChecks checks;
    private final CheckSignatures signatures;
    private final CheckBook book;
    private final OfficersHand hand;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OfflineChecks(
            OfflineDays days,
            OfflineConflicts conflicts,
            OfflineFindings findings,
            Applications applications,
            Bookings bookings,
            Attendance attendance,
            Photos photos,
            Redrawing redrawing,
            IdentityChecks checks,
            CheckSignatures signatures,
            CheckBook book,
            OfficersHand hand,
            TransactionTemplate transaction,
            Clock clock) {
        this.days = days;
        this.conflicts = conflicts;
        this.findings = findings;
        this.applications = applications;
        this.bookings = bookings;
        this.attendance = attendance;
        this.photos = photos;
        this.redrawing = redrawing;
        this.checks = checks;
        this.signatures = signatures;
        this.book = book;
        this.hand = hand;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes one visit in.
    ///
    /// @param sender a registrar of the centre, not always the one who signed
    public SyncResult take(OfflineVisit visit, Actor.Officer sender) {
        var form = OfflineForm.read(visit.form());
        if (form.isEmpty()) return new Refused(Why.NOT_READABLE);
        var check = form.get().check();
        if (!isWithinItsDay(form.get(), sender)) return new Refused(Why.OUT_OF_TIME);
        var signature = hand.signedThen(
                new OfficerId(check.officer()),
                new UnitId(check.centre()),
                check.at(),
                SignedForm.digest(visit.form()),
                visit.credential());
        if (signature.isEmpty()) return new Refused(Why.NOT_SIGNED);
        if (!isWhatWasSigned(form.get(), visit)) return new Refused(Why.CHANGED);
        // A device whose answer was lost on the way sends again: for that, nothing is drawn.
        var before = answerBefore(check);
        if (before.isPresent()) return before.get();

        // Drawn anew before anybody waits for the visit: it takes seconds.
        var photo = visit.photo().length == 0
                ? Optional.<Intake>empty()
                : Optional.of(redrawing.redrawPicture(new ByteArrayInputStream(visit.photo()), false));
        return transaction.execute(_ -> write(visit, check, signature.get(), photo));
    }

    private SyncResult write(
            OfflineVisit visit, IdentityCheck check, PasskeySignature signature, Optional<Intake> photo) {
        var found = bookings.find(check.booking())
                .filter(booking -> booking.application().equals(check.application()))
                .filter(booking -> booking.centre().value().equals(check.centre()));
        if (found.isEmpty()) return new Refused(Why.UNKNOWN_VISIT);

        var application = applications.lock(check.application());
        var before = answerBefore(check);
        if (before.isPresent()) return before.get();

        var signer = new Actor.Officer(check.officer(), OfficerRole.REGISTRAR, check.centre());
        var booking = bookings.find(check.booking()).orElseThrow();
        var hindered = hindrance(booking, application).or(() -> findings.hindrance(check, application, visit.lines()));
        if (hindered.isEmpty() && photo.filter(Intake.Refused.class::isInstance).isPresent()) {
            hindered = Optional.of(OfflineConflict.PHOTO_NOT_USABLE);
        }
        if (hindered.isPresent()) {
            conflicts.keep(check, visit.form(), hindered.get(), application, signer);
            return new Conflict(hindered.get());
        }

        if (booking.state() == BookingState.BOOKED) attendance.received(booking.id(), arrival(visit, check));
        if (photo.orElse(null) instanceof Intake.Accepted(var pages)) {
            photos.put(application, booking.id(), pages.getFirst(), check.officer(), check.at());
        }
        signatures.add(check.id(), new OfficerId(check.officer()), signature, check.at());
        book.write(check, visit.form(), application, signer);
        return new Done(check.id());
    }

    private Optional<SyncResult> answerBefore(IdentityCheck check) {
        if (checks.exists(check.id())) return Optional.of(new Known(check.id()));
        return conflicts.reason(check.id()).map(Conflict::new);
    }

    private static Optional<OfflineConflict> hindrance(Booking booking, Application application) {
        return switch (booking.state()) {
            case CANCELLED -> Optional.of(OfflineConflict.CANCELLED);
            case SEEN -> Optional.of(OfflineConflict.DONE_ELSEWHERE);
            case MISSED -> Optional.of(OfflineConflict.NOTED_AS_MISSED);
            case BOOKED, ARRIVED ->
                application.stage() == Stage.BOOKED
                        ? Optional.empty()
                        : Optional.of(OfflineConflict.APPLICATION_MOVED_ON);
        };
    }

    /// A device may say anything: nobody arrives after they were looked at, or a day before.
    private static Instant arrival(OfflineVisit visit, IdentityCheck check) {
        var said = visit.arrivedAt();
        var possible = !said.isAfter(check.at()) && said.isAfter(check.at().minus(OfflineDays.LENGTH));
        return possible ? said : check.at();
    }

    private boolean isWithinItsDay(OfflineForm form, Actor.Officer sender) {
        var check = form.check();
        return days.find(form.day())
                .filter(day ->
                        day.officer().equals(check.officer()) && day.centre().equals(check.centre()))
                .filter(day -> day.centre().equals(sender.unit()))
                .filter(day -> day.holds(check.at()))
                .filter(_ -> !check.at().isAfter(clock.instant().plus(SKEW)))
                .isPresent();
    }

    private static boolean isWhatWasSigned(OfflineForm form, OfflineVisit visit) {
        return form.isOf(visit.lines().getBytes(UTF_8), visit.photo());
    }
}
