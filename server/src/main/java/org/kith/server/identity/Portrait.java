package org.kith.server.identity;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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
import org.kith.server.identity.PhotoResult.AnotherCentre;
import org.kith.server.identity.PhotoResult.NotAPhoto;
import org.kith.server.identity.PhotoResult.NotTaken;
import org.kith.server.identity.PhotoResult.Over;
import org.kith.server.identity.PhotoResult.Taken;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the photo of a person at the counter, through the same door as any other file.
@Service
public class Portrait {
    private final Bookings bookings;
    private final Applications applications;
    private final Photos photos;
    private final PassportComparison passport;
    private final Programme programme;
    private final Redrawing redrawing;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Portrait(
            Bookings bookings,
            Applications applications,
            Photos photos,
            PassportComparison passport,
            Programme programme,
            Redrawing redrawing,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.applications = applications;
        this.photos = photos;
        this.passport = passport;
        this.programme = programme;
        this.redrawing = redrawing;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Keeps a photo in place of the one before.
    public PhotoResult take(BookingId id, InputStream file, Actor.Officer registrar) {
        var booking = bookings.find(id).orElseThrow();
        if (!Attendance.isAtCentreOf(booking, registrar)) return new AnotherCentre();

        return switch (redrawing.redrawPicture(file, mustOpenEyes(booking))) {
            case Intake.Accepted(var pages) -> transaction.execute(_ -> keep(id, pages.getFirst(), registrar));
            case Intake.NotADocument(var seen) when seen == FileKind.PDF -> new NotAPhoto();
            case Intake.Refused why -> new NotTaken(why);
        };
    }

    /// The photo, for the officer at the counter. The look is written down before it is shown.
    @Transactional
    public Optional<byte[]> look(BookingId id, Actor.Officer registrar) {
        var found = bookings.find(id).filter(each -> Attendance.isAtCentreOf(each, registrar));
        var photo = photos.of(id);
        if (found.isEmpty() || photo.isEmpty()) return Optional.empty();

        var booking = found.get();
        var application = applications.find(booking.application()).orElseThrow();
        journal.look(Deed.PHOTO_SEEN, registrar, application.person(), subject(booking), LookPurpose.IDENTITY_CHECK);
        return photos.open(application, photo.get());
    }

    /// Infants may close their eyes; from which age on nobody may, the programme says.
    private boolean mustOpenEyes(Booking booking) {
        var application = applications.find(booking.application()).orElseThrow();
        var rules = programme.version(application.pack()).programme().photo();
        return passport.declared(application)
                .birth()
                .map(born -> born.leastYearsOn(LocalDate.now(clock)) >= rules.eyesOpenFrom())
                .orElse(true);
    }

    private PhotoResult keep(BookingId id, Page page, Actor.Officer registrar) {
        var application = applications.lock(bookings.find(id).orElseThrow().application());
        var booking = bookings.find(id).orElseThrow();
        if (!CounterCheck.isUnderWay(booking, application)) return new Over();

        photos.put(application, id, page, registrar.id(), clock.instant());
        journal.record(
                Deed.PHOTO_TAKEN,
                registrar,
                application.person(),
                subject(booking),
                Details.of(Detail.APPLICATION, application.id().value()));
        return new Taken();
    }

    private static Case subject(Booking booking) {
        return new Case(CaseKind.BOOKING, booking.id().value());
    }
}
