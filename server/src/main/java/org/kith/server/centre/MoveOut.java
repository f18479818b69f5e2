package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after those who are booked when their centre cannot see them, because it is closed at short notice or its
/// operator changed its hours: nobody is dropped. Another time is held for each party, and they come first.
///
/// A party is one transaction: whoever was moved out has an offer and a letter, whoever was not is found in the next
/// round, whatever died in between.
@Component
public class MoveOut {
    /// Who booked while the centre closed may have seen it open.
    private static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(10);
    /// Nobody has to come at once because we could not see them.
    private static final Duration SOONEST = Duration.ofDays(1);

    private static final int TRIED = 20;

    private final Closures closures;
    private final Centres centres;
    private final Bookings bookings;
    private final Appointments appointments;
    private final Slots slots;
    private final Applications applications;
    private final Parties parties;
    private final VisitQueue queue;
    private final Offers offers;
    private final Offering offering;
    private final Entry entry;
    private final Deadlines deadlines;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MoveOut(
            Closures closures,
            Centres centres,
            Bookings bookings,
            Appointments appointments,
            Slots slots,
            Applications applications,
            Parties parties,
            VisitQueue queue,
            Offers offers,
            Offering offering,
            Entry entry,
            Deadlines deadlines,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.closures = closures;
        this.centres = centres;
        this.bookings = bookings;
        this.appointments = appointments;
        this.slots = slots;
        this.applications = applications;
        this.parties = parties;
        this.queue = queue;
        this.offers = offers;
        this.offering = offering;
        this.entry = entry;
        this.deadlines = deadlines;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT15S")
    public void round() {
        for (var id : closures.changed()) {
            centres.find(id).ifPresent(this::lookAfter);
            closures.settled(id, LOOKED_AT_AGAIN);
        }
    }

    private void lookAfter(Centre centre) {
        outside(centre).stream()
                .map(Booking::appointment)
                .distinct()
                .forEach(each -> transaction.executeWithoutResult(_ -> moveOut(centre, each)));
        for (var offer : offers.openAt(centre.id(), clock.instant())) {
            if (!centre.keeps(offer.startsAt(), offer.length(), place(offer)))
                transaction.executeWithoutResult(_ -> takeBack(centre, offer));
        }
    }

    private int place(Offer offer) {
        return appointments.find(offer.appointment()).map(Appointment::place).orElse(1);
    }

    /// Those who are booked at a time for which the centre is closed, or at a counter that is.
    public List<Booking> outside(Centre centre) {
        var now = clock.instant();
        return bookings.between(centre.id(), now, now.plus(Duration.ofDays(Slots.DAYS_AHEAD + 40L))).stream()
                .filter(booking -> booking.state() == BookingState.BOOKED && booking.appointment() != null)
                .filter(booking -> !centre.keeps(booking.startsAt(), booking.length(), booking.place()))
                .toList();
    }

    void moveOut(Centre centre, @Nullable AppointmentId id) {
        if (id == null) return;
        var party = bookings.together(id).stream()
                .map(Booking::application)
                .sorted(Comparator.comparing(ApplicationId::value))
                .map(applications::lock)
                .toList();
        // What was found before is looked at again now that nobody can change it.
        var held = bookings.together(id).stream()
                .filter(each -> each.state() == BookingState.BOOKED)
                .toList();
        if (held.isEmpty()) return;

        var first = held.getFirst();
        var day = LocalDate.ofInstant(first.startsAt(), centre.hours().zone());
        var ids = held.stream().map(Booking::application).collect(Collectors.toSet());
        var moved = party.stream().filter(each -> ids.contains(each.id())).toList();
        for (var booking : held) {
            var application = of(moved, booking);
            entry.moveOut(application, booking);
            queue.ask(applications.find(application.id()).orElseThrow(), centre.id(), true, Set.of());
            deadlines.visitIsGivenOut(application.id());
            entry.record(Deed.VISIT_MOVED_OUT, Actor.house(), application, booking);
        }
        var instead = instead(centre, first, parties.length(first.kind(), ids));
        for (var booking : held) {
            var application = of(moved, booking);
            instead.ifPresent(appointment -> {
                offering.hold(application, booking.kind(), appointment, Offer.Cause.MOVED, Set.of(), centre, false);
                queue.become(application.id(), VisitQueue.State.OFFERED, clock.instant(), 0);
            });
            notices.tell(
                    application.person(),
                    NoticeKind.VISIT_MOVED_OUT,
                    day,
                    booking.id().value());
        }
    }

    private static Application of(List<Application> party, Booking booking) {
        return party.stream()
                .filter(each -> each.id().equals(booking.application()))
                .findFirst()
                .orElseThrow();
    }

    /// The nearest time that is free, before or after.
    private Optional<Appointment> instead(Centre centre, Booking booking, Duration length) {
        var soonest = clock.instant().plus(SOONEST);
        return slots.next(centre, soonest, Integer.MAX_VALUE, length).stream()
                .map(Slots.Slot::start)
                .sorted(Comparator.comparing(start -> apart(start, booking.startsAt())))
                .limit(TRIED)
                .flatMap(start -> appointments.take(centre, start, length).stream())
                .findFirst();
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /// What was held for somebody cannot be had either.
    private void takeBack(Centre centre, Offer offer) {
        applications.lockIfThere(offer.application());
        offers.openOf(offer.application())
                .filter(open -> open.id().equals(offer.id()))
                .ifPresent(open -> {
                    offering.end(open, Offer.State.OVER, clock.instant(), 0);
                    applications
                            .find(open.application())
                            .ifPresent(each -> offering.tell(each, NoticeKind.VISIT_OFFER_OVER, open, centre));
                });
    }
}
