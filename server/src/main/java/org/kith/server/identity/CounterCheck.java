package org.kith.server.identity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitGuard;
import org.kith.server.identity.CheckResult.AnotherCentre;
import org.kith.server.identity.CheckResult.Missing;
import org.kith.server.identity.CheckResult.NotReady;
import org.kith.server.identity.CheckResult.Over;
import org.kith.server.identity.CheckResult.Ready;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The check at the counter: an officer says what they saw, and confirms who somebody is, or does not. They decide
/// nothing else. What they said counts when they have signed it: [SigningChecks].
@Service
public class CounterCheck {
    private final Applications applications;
    private final PassportComparison passport;
    private final Bookings bookings;
    private final Photos photos;
    private final Chips chips;
    private final PreparedChecks prepared;
    private final PointsToCheck points;
    private final VisitGuard guard;
    private final Clock clock;

    CounterCheck(
            Applications applications,
            PassportComparison passport,
            Bookings bookings,
            Photos photos,
            Chips chips,
            PreparedChecks prepared,
            PointsToCheck points,
            VisitGuard guard,
            Clock clock) {
        this.applications = applications;
        this.passport = passport;
        this.bookings = bookings;
        this.photos = photos;
        this.chips = chips;
        this.prepared = prepared;
        this.points = points;
        this.guard = guard;
        this.clock = clock;
    }

    @Transactional
    public CheckResult confirm(BookingId id, Findings findings, Actor.Officer registrar) {
        var application = lock(id);
        var booking = bookings.find(id).orElseThrow();
        if (guard.refuses(booking, application, registrar)) return new AnotherCentre();
        if (!isUnderWay(booking, application)) return new Over();
        var missing = missing(booking, application, findings);
        var untouched = points.untouched(application, findings.points());
        if (!missing.isEmpty() || !untouched.isEmpty()) return new NotReady(missing, untouched);

        return prepare(booking, application, findings, null, registrar);
    }

    /// Whatever was found so far is written down with it. The person may book another visit.
    @Transactional
    public CheckResult notConfirm(BookingId id, Findings findings, NotConfirmed why, Actor.Officer registrar) {
        var application = lock(id);
        var booking = bookings.find(id).orElseThrow();
        if (guard.refuses(booking, application, registrar)) return new AnotherCentre();
        if (!isUnderWay(booking, application)) return new Over();

        return prepare(booking, application, findings, why, registrar);
    }

    /// Whether the visit is before the officer now: the person has come, and it is not over.
    public static boolean isUnderWay(Booking booking, Application application) {
        return booking.state() == BookingState.ARRIVED && application.stage() == Stage.BOOKED;
    }

    private Set<Missing> missing(Booking booking, Application application, Findings findings) {
        var missing = EnumSet.noneOf(Missing.class);
        var mrz = passport.mrz(findings.lines());
        if (mrz.isEmpty()) missing.add(Missing.LINES);
        if (mrz.filter(passport::hasRunOut).isPresent()) missing.add(Missing.VALID_PASSPORT);
        if (findings.document() != Judgement.YES) missing.add(Missing.DOCUMENT_UNALTERED);
        if (!isKnownByFace(findings)) missing.add(Missing.SAME_FACE);
        else if (findings.wantsSecondWay() && findings.secondWay() == null) missing.add(Missing.SECOND_WAY);
        if (findings.differences() == null && differs(passport.compare(application, findings.lines()))) {
            missing.add(Missing.DIFFERENCES);
        }
        if (photos.of(booking.id()).isEmpty()) missing.add(Missing.PHOTO);
        var chip = chips.of(application, booking.id());
        if (chip.isPresent() && mrz.filter(chip.get()::contradicts).isPresent()) missing.add(Missing.CHIP);
        return missing;
    }

    /// The face itself, or, where nobody can tell, another way.
    private static boolean isKnownByFace(Findings findings) {
        return findings.face() == Judgement.YES
                || (findings.face() == Judgement.CANNOT_TELL && findings.secondWay() != null);
    }

    private CheckResult prepare(
            Booking booking,
            Application application,
            Findings findings,
            @Nullable NotConfirmed why,
            Actor.Officer registrar) {
        var photo = photos.of(booking.id());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var check = check(booking, application, findings, why, photo, registrar);
        var form = SignedForm.of(check, photo.map(Photos.Photo::sha256).orElse(null));
        var needsSecond = why == null && check.secondWay() != null;
        prepared.put(
                new PreparedCheck(booking.id(), check, form, SignedForm.digest(form), needsSecond, now), application);
        return new Ready(check.id());
    }

    private IdentityCheck check(
            Booking booking,
            Application application,
            Findings findings,
            @Nullable NotConfirmed why,
            Optional<Photos.Photo> photo,
            Actor.Officer registrar) {
        var fields = passport.compare(application, findings.lines());
        var secondWay = findings.wantsSecondWay() ? findings.secondWay() : null;
        var chipRead = isChipRead(booking, application, findings);
        return new IdentityCheck(
                CheckId.random(),
                application.id(),
                booking.id(),
                registrar.id(),
                Objects.requireNonNull(registrar.unit()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                why,
                fields,
                findings.document(),
                findings.face(),
                secondWay,
                differs(fields) ? findings.differences() : null,
                photo.isPresent(),
                chipRead,
                why == null ? Assurance.of(secondWay, chipRead) : null,
                points.said(application, findings.points()));
    }

    private boolean isChipRead(Booking booking, Application application, Findings findings) {
        var chip = chips.of(application, booking.id());
        return chip.isPresent()
                && passport.mrz(findings.lines()).filter(chip.get()::proves).isPresent();
    }

    private Application lock(BookingId id) {
        return applications.lock(bookings.find(id).orElseThrow().application());
    }

    private static boolean differs(List<Comparison> fields) {
        return fields.stream().anyMatch(each -> each.sameness() == Sameness.DIFFERS);
    }
}
