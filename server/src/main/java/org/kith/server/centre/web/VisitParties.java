package org.kith.server.centre.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.centre.Booking;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.ComesAlong.Companion;
import org.kith.server.centre.Parties;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.VisitKind;
import org.kith.server.centre.Visits;
import org.springframework.stereotype.Component;

/// Finds out for a page who comes.
@Component
class VisitParties {
    private final Parties parties;
    private final Reservation reservation;
    private final Bookings bookings;
    private final Visits visits;

    VisitParties(Parties parties, Reservation reservation, Bookings bookings, Visits visits) {
        this.parties = parties;
        this.reservation = reservation;
        this.bookings = bookings;
        this.visits = visits;
    }

    /// All who wait, or those who are booked along, unless somebody comes alone.
    VisitParty of(Application application, boolean alone) {
        var kind = visits.kind(application).orElse(VisitKind.IDENTITY);
        if (reservation.isBooked(application.id())) return booked(application, kind);

        var waiting = parties.along(application, kind);
        var along = alone ? List.<Companion>of() : waiting;
        var ids = along.stream().map(Companion::application).collect(Collectors.toSet());
        return party(application, kind, ids, called(along), called(waiting), alone);
    }

    private VisitParty booked(Application application, VisitKind kind) {
        var ids = reservation.alongNow(application.id());
        return party(application, kind, ids, together(application), List.of(), false);
    }

    /// Those on the same visit, as they are called.
    List<String> together(Application application) {
        var names = names(application);
        return bookings.openOf(application.id()).map(Booking::appointment).stream()
                .flatMap(appointment -> bookings.together(appointment).stream())
                .map(Booking::application)
                .filter(each -> !each.equals(application.id()))
                .map(each -> names.getOrDefault(each, ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Map<ApplicationId, String> names(Application application) {
        return parties.family(application).stream()
                .collect(Collectors.toMap(Companion::application, Companion::called, (one, _) -> one));
    }

    private VisitParty party(
            Application application,
            VisitKind kind,
            Set<ApplicationId> along,
            List<String> others,
            List<String> waiting,
            boolean alone) {
        var all = new HashSet<>(along);
        all.add(application.id());
        var length = parties.length(kind, all);
        return new VisitParty(along, length, new PartyView(others, waiting, alone, length.toMinutes()));
    }

    private static List<String> called(List<Companion> companions) {
        return companions.stream().map(Companion::called).toList();
    }
}
