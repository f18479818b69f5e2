package org.kith.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitGuard;
import org.kith.server.identity.SignResult.AnotherCentre;
import org.kith.server.identity.SignResult.Countersigned;
import org.kith.server.identity.SignResult.Done;
import org.kith.server.identity.SignResult.LookAgain;
import org.kith.server.identity.SignResult.NotSigned;
import org.kith.server.identity.SignResult.Over;
import org.kith.server.identity.SignResult.SecondWanted;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.OfficersHand;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Officers sign what they checked. **A check without its signature is no check: nothing moves on before.**
@Service
public class SigningChecks {
    /// The person still stands at the counter.
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Applications applications;
    private final Bookings bookings;
    private final Photos photos;
    private final PreparedChecks prepared;
    private final CheckBook book;
    private final CheckSignatures signatures;
    private final OfficersHand hand;
    private final VisitGuard guard;
    private final Journal journal;
    private final Clock clock;

    SigningChecks(
            Applications applications,
            Bookings bookings,
            Photos photos,
            PreparedChecks prepared,
            CheckBook book,
            CheckSignatures signatures,
            OfficersHand hand,
            VisitGuard guard,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.bookings = bookings;
        this.photos = photos;
        this.prepared = prepared;
        this.book = book;
        this.signatures = signatures;
        this.hand = hand;
        this.guard = guard;
        this.journal = journal;
        this.clock = clock;
    }

    /// What is ready to be signed at a visit that is open to this officer.
    public Optional<PreparedCheck> ready(Booking booking, Application application) {
        return prepared.of(booking.id(), application).filter(each -> isCurrent(each, booking));
    }

    /// Whether a second officer has signed it already.
    public boolean isCountersigned(PreparedCheck check) {
        return signatures.of(check.check().id()).stream()
                .anyMatch(
                        signed -> !signed.officer().value().equals(check.check().officer()));
    }

    /// The officer at the counter signs, or a second one where a second is wanted.
    @Transactional
    public SignResult sign(BookingId id, String credential, Actor.Officer registrar) {
        var found = bookings.find(id);
        if (found.isEmpty()) return new Over();

        var application = applications.lock(found.get().application());
        var booking = bookings.find(id).orElseThrow();
        if (guard.refuses(booking, application, registrar)) return new AnotherCentre();
        if (!CounterCheck.isUnderWay(booking, application)) return new Over();
        var ready = ready(booking, application);
        if (ready.isEmpty()) return new LookAgain();

        return sign(ready.get(), application, credential, registrar);
    }

    private SignResult sign(PreparedCheck ready, Application application, String credential, Actor.Officer registrar) {
        var officer = new OfficerId(registrar.id());
        var first = ready.check().officer().equals(registrar.id());
        if (!first && !ready.needsSecond()) return new LookAgain();
        if (first && ready.needsSecond() && !isCountersigned(ready)) return new SecondWanted();
        var signature = hand.signed(officer, ready.digest(), credential);
        if (signature.isEmpty()) return new NotSigned();

        signatures.add(
                ready.check().id(), officer, signature.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!first) {
            record(Deed.IDENTITY_CHECK_COUNTERSIGNED, ready, application, registrar);
            return new Countersigned();
        }
        prepared.signed(ready.booking());
        book.write(ready.check(), ready.form(), application, registrar);
        return new Done(ready.check().id());
    }

    private void record(Deed deed, PreparedCheck ready, Application application, Actor.Officer registrar) {
        journal.record(
                deed,
                registrar,
                application.person(),
                new Case(CaseKind.BOOKING, ready.booking().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CHECK, ready.check().id().value())
                        .and(Detail.DIGEST, SignedForm.code(ready.digest())));
    }

    /// What is signed is what lies here now: not old, and about the photo that was taken.
    private boolean isCurrent(PreparedCheck check, Booking booking) {
        var photo = photos.of(booking.id()).map(Photos.Photo::sha256).orElse(null);
        return clock.instant().isBefore(check.preparedAt().plus(FRESH))
                && Arrays.equals(SignedForm.photo(check.form()), photo);
    }
}
