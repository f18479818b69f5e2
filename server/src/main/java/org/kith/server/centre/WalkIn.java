package org.kith.server.centre;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets in somebody who came without an appointment. They are found by the reference they say, and by nothing else.
@Service
public class WalkIn {
    private final Applications applications;
    private final Centres centres;
    private final Bookings bookings;
    private final Appointments appointments;
    private final Slots slots;
    private final Visits visits;
    private final Parties parties;
    private final OnePlace onePlace;
    private final Asking asking;
    private final Entry entry;
    private final Journal journal;
    private final Clock clock;

    WalkIn(
            Applications applications,
            Centres centres,
            Bookings bookings,
            Appointments appointments,
            Slots slots,
            Visits visits,
            Parties parties,
            OnePlace onePlace,
            Asking asking,
            Entry entry,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.centres = centres;
        this.bookings = bookings;
        this.appointments = appointments;
        this.slots = slots;
        this.visits = visits;
        this.parties = parties;
        this.onePlace = onePlace;
        this.asking = asking;
        this.entry = entry;
        this.journal = journal;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Admission {
        record Admitted(Booking booking) implements Admission {}

        /// Every counter is taken; when the next time is free, if one is.
        record NoCounterFree(@Nullable Instant next) implements Admission {}

        /// They have a visit before them, here or elsewhere.
        record Booked(Booking booking) implements Admission {}

        /// No such reference, or nothing that waits for a visit: both look the same to whoever tries numbers.
        record NothingToDo() implements Admission {}

        record StandsBy() implements Admission {}
    }

    @Transactional
    public Admission admit(Reference reference, Actor.Officer registrar) {
        var found = find(reference, registrar);
        if (found.isEmpty()) return new Admission.NothingToDo();
        var application = found.get();
        var centre = centre(registrar);
        var held = bookings.openOf(application.id());
        if (held.isPresent()) return new Admission.Booked(held.get());
        var kind = visits.kind(application).filter(_ -> visits.isBookable(application));
        if (kind.isEmpty() || onePlace.isTaken(application)) return new Admission.NothingToDo();

        var length = parties.length(kind.get(), Set.of(application.id()));
        var now = Hours.unit(clock.instant());
        var appointment = centre.hours().isOpen(now, length)
                ? appointments.take(centre, now, length)
                : Optional.<Appointment>empty();
        if (appointment.isEmpty()) {
            return new Admission.NoCounterFree(slots.next(centre, clock.instant(), 1, length).stream()
                    .map(Slots.Slot::start)
                    .findFirst()
                    .orElse(null));
        }
        return new Admission.Admitted(entry.admit(application, kind.get(), appointment.get(), registrar));
    }

    /// Waits nearby, for a place that somebody gives up.
    @Transactional
    public Admission standBy(Reference reference, Actor.Officer registrar) {
        var found = find(reference, registrar);
        if (found.isEmpty()) return new Admission.NothingToDo();

        return switch (asking.standBy(found.get().id(), centre(registrar), registrar)) {
            case DONE -> new Admission.StandsBy();
            case NOT_BOOKABLE, ANSWER_FIRST, TOO_LONG -> new Admission.NothingToDo();
        };
    }

    /// Whoever asks for a reference is written down, found or not.
    private Optional<Application> find(Reference reference, Actor.Officer registrar) {
        var found = applications.byReference(reference).flatMap(each -> applications.lockIfThere(each.id()));
        found.ifPresent(application -> journal.look(
                Deed.PERSON_LOOKED_UP,
                registrar,
                application.person(),
                application.id().asCase(),
                LookPurpose.IDENTITY_CHECK));
        return found;
    }

    private Centre centre(Actor.Officer registrar) {
        var unit = registrar.unit();
        if (unit == null) throw new IllegalStateException("a registrar works at a centre");

        return centres.find(new CentreId(unit)).orElseThrow();
    }
}
