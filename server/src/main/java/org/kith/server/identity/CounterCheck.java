package org.kith.server.identity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Move;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.identity.CheckResult.AnotherCentre;
import org.kith.server.identity.CheckResult.Done;
import org.kith.server.identity.CheckResult.Missing;
import org.kith.server.identity.CheckResult.NotReady;
import org.kith.server.identity.CheckResult.Over;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The check at the counter: an officer says what they saw, and confirms who somebody is, or does not. They decide
/// nothing else.
@Service
public class CounterCheck {
    private final Applications applications;
    private final PassportComparison passport;
    private final Bookings bookings;
    private final Attendance attendance;
    private final Photos photos;
    private final IdentityChecks checks;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CounterCheck(
            Applications applications,
            PassportComparison passport,
            Bookings bookings,
            Attendance attendance,
            Photos photos,
            IdentityChecks checks,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.passport = passport;
        this.bookings = bookings;
        this.attendance = attendance;
        this.photos = photos;
        this.checks = checks;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public CheckResult confirm(BookingId id, Findings findings, Actor.Officer registrar) {
        var application = lock(id);
        var booking = bookings.find(id).orElseThrow();
        if (!Attendance.isAtCentreOf(booking, registrar)) return refuse(booking, application, registrar);
        if (!isUnderWay(booking, application)) return new Over();
        var missing = missing(booking, application, findings);
        if (!missing.isEmpty()) return new NotReady(missing);

        var check = write(booking, application, findings, null, registrar);
        take(application, Step.CONFIRM_IDENTITY);
        events.publishEvent(new IdentityConfirmed(application.id().value()));
        return check;
    }

    /// Whatever was found so far is written down with it. The person may book another visit.
    @Transactional
    public CheckResult notConfirm(BookingId id, Findings findings, NotConfirmed why, Actor.Officer registrar) {
        var application = lock(id);
        var booking = bookings.find(id).orElseThrow();
        if (!Attendance.isAtCentreOf(booking, registrar)) return refuse(booking, application, registrar);
        if (!isUnderWay(booking, application)) return new Over();

        var check = write(booking, application, findings, why, registrar);
        take(application, Step.NOT_CONFIRM);
        return check;
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
        if (findings.face() != Judgement.YES) missing.add(Missing.SAME_FACE);
        if (findings.differences() == null && differs(passport.compare(application, findings.lines()))) {
            missing.add(Missing.DIFFERENCES);
        }
        if (photos.of(booking.id()).isEmpty()) missing.add(Missing.PHOTO);
        return missing;
    }

    private CheckResult write(
            Booking booking,
            Application application,
            Findings findings,
            @Nullable NotConfirmed why,
            Actor.Officer registrar) {
        var photo = photos.of(booking.id());
        var fields = passport.compare(application, findings.lines());
        var check = new IdentityCheck(
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
                differs(fields) ? findings.differences() : null,
                photo.isPresent(),
                false);
        var digest =
                checks.add(application, check, photo.map(Photos.Photo::sha256).orElse(null));
        attendance.finish(booking.id());
        record(check, digest, application, registrar);
        return new Done(check.id());
    }

    private void record(IdentityCheck check, byte[] digest, Application application, Actor.Officer registrar) {
        var details = Details.of(Detail.APPLICATION, application.id().value())
                .and(Detail.CHECK, check.id().value())
                .and(Detail.DIGEST, SignedForm.code(digest))
                .and(Detail.CHIP_READ, check.chipRead());
        var why = check.notConfirmed();
        journal.record(
                why == null ? Deed.IDENTITY_CONFIRMED : Deed.IDENTITY_NOT_CONFIRMED,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, check.booking().value()),
                why == null ? details : details.and(Detail.REASON, why));
    }

    private CheckResult refuse(Booking booking, Application application, Actor.Officer registrar) {
        journal.record(
                Deed.ACCESS_REFUSED,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, booking.id().value()),
                Details.of(Detail.CENTRE, booking.centre().value()));
        return new AnotherCentre();
    }

    private void take(Application application, Step step) {
        var move = applications.take(application, step, Party.REGISTRAR);
        if (move instanceof Move.NotAllowed(var from)) throw new IllegalStateException(step + " from " + from);
    }

    private Application lock(BookingId id) {
        return applications.lock(bookings.find(id).orElseThrow().application());
    }

    private static boolean differs(List<Comparison> fields) {
        return fields.stream().anyMatch(each -> each.sameness() == Sameness.DIFFERS);
    }
}
