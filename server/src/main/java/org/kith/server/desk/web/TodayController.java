package org.kith.server.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.application.Stage;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Attendance.Noted;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.centre.VisitKind;
import org.kith.server.centre.Wall;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Today at the officer's centre: who came, who did not.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class TodayController {
    private final Centres centres;
    private final Bookings bookings;
    private final Applications applications;
    private final Attendance attendance;
    private final Clock clock;

    TodayController(Centres centres, Bookings bookings, Applications applications, Attendance attendance, Clock clock) {
        this.centres = centres;
        this.bookings = bookings;
        this.applications = applications;
        this.attendance = attendance;
        this.clock = clock;
    }

    @GetMapping("/desk/today")
    ModelAndView today(@AuthenticationPrincipal Officer officer) {
        return centre(officer)
                .map(centre -> new ModelAndView("desk/today", "page", page(centre)))
                .orElseGet(() -> notice("desk.noCentre", HttpStatus.OK));
    }

    @PostMapping("/desk/visits/{id}/arrive")
    ModelAndView arrive(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return noted(attendance.arrive(id, officer.as(Role.REGISTRAR)));
    }

    @PostMapping("/desk/visits/{id}/miss")
    ModelAndView miss(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return noted(attendance.miss(id, officer.as(Role.REGISTRAR)));
    }

    static ModelAndView notice(String key, HttpStatus status) {
        var view = new ModelAndView("desk/notice", "page", new NoticePage(key));
        view.setStatus(status);
        return view;
    }

    static ModelAndView noted(Noted noted) {
        return switch (noted) {
            case DONE, NOT_ANY_MORE -> new ModelAndView("redirect:/desk/today");
            case ANOTHER_DAY -> notice("desk.anotherDay", HttpStatus.CONFLICT);
            case TOO_EARLY -> notice("desk.tooEarly", HttpStatus.CONFLICT);
            case ANOTHER_CENTRE -> notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
            case UNKNOWN -> CaseNotices.missing();
        };
    }

    private Optional<Centre> centre(Officer officer) {
        return Optional.ofNullable(officer.unit()).flatMap(unit -> centres.find(new CentreId(unit.value())));
    }

    private TodayPage page(Centre centre) {
        var wall = new Wall(centre.hours().zone(), Locale.ENGLISH);
        var now = clock.instant();
        LocalDate today = wall.date(now);
        var booked = bookings.between(
                centre.id(),
                today.atStartOfDay(wall.zone()).toInstant(),
                today.plusDays(1).atStartOfDay(wall.zone()).toInstant());
        var rows = booked.stream().map(booking -> row(booking, booked, wall)).toList();
        return new TodayPage(centre.town(), wall.wholeDay(today), wall.offset(now), wall.time(now), rows);
    }

    private TodayPage.Row row(Booking booking, List<Booking> day, Wall wall) {
        var application = applications.find(booking.application()).orElseThrow();
        var arrived = booking.arrivedAt();
        return new TodayPage.Row(
                booking.id().toString(),
                wall.time(booking.startsAt()),
                application.filedReference().map(Reference::printed).orElse(""),
                state(booking, application.stage()),
                arrived == null ? "" : wall.time(arrived),
                booking.state() == BookingState.BOOKED
                        && !clock.instant().isBefore(booking.startsAt().plus(Attendance.PATIENCE)),
                booking.length().toMinutes(),
                together(booking, day),
                booking.kind());
    }

    private static String together(Booking booking, List<Booking> day) {
        var party = day.stream()
                .filter(each ->
                        booking.appointment() != null && booking.appointment().equals(each.appointment()))
                .toList();
        return party.size() < 2 ? "" : party.indexOf(booking) + 1 + " of " + party.size();
    }

    private static boolean isAwaited(Booking booking, Stage stage) {
        return stage == Stage.BOOKED || (booking.kind() != VisitKind.IDENTITY && stage != Stage.WITHDRAWN);
    }

    private static TodayPage.State state(Booking booking, Stage stage) {
        return switch (booking.state()) {
            case BOOKED -> isAwaited(booking, stage) ? TodayPage.State.EXPECTED : TodayPage.State.WITHDRAWN;
            case ARRIVED -> isAwaited(booking, stage) ? TodayPage.State.ARRIVED : TodayPage.State.WITHDRAWN;
            case SEEN -> TodayPage.State.SEEN;
            case MISSED -> TodayPage.State.MISSED;
            case CANCELLED -> TodayPage.State.WITHDRAWN;
        };
    }
}
