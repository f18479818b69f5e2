package org.kith.server.desk.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Reference;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.centre.WalkIn;
import org.kith.server.centre.WalkIn.Admission.Admitted;
import org.kith.server.centre.WalkIn.Admission.Booked;
import org.kith.server.centre.WalkIn.Admission.NoCounterFree;
import org.kith.server.centre.WalkIn.Admission.NothingToDo;
import org.kith.server.centre.WalkIn.Admission.StandsBy;
import org.kith.server.centre.Wall;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Somebody stands at the counter without an appointment.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class WalkInController {
    private final WalkIn walkIn;
    private final Centres centres;

    WalkInController(WalkIn walkIn, Centres centres) {
        this.walkIn = walkIn;
        this.centres = centres;
    }

    @GetMapping("/desk/walk-in")
    ModelAndView form() {
        return page(new WalkInPage("", "", "", false), HttpStatus.OK);
    }

    @PostMapping("/desk/walk-in")
    ModelAndView admit(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String act,
            @AuthenticationPrincipal Officer officer) {
        var centre = officer.unit() == null
                ? Optional.<Centre>empty()
                : centres.find(new CentreId(officer.unit().value()));
        if (centre.isEmpty()) return TodayController.notice("desk.noCentre", HttpStatus.OK);
        var read = Reference.parse(reference);
        if (read.isEmpty()) return said(reference, "desk.walk-in.wrong", "");

        var registrar = officer.as(Role.REGISTRAR);
        return switch (act.equals("standby")
                ? walkIn.standBy(read.get(), registrar)
                : walkIn.admit(read.get(), registrar)) {
            case Admitted _ -> new ModelAndView("redirect:/desk/today");
            case StandsBy() -> page(new WalkInPage("", "desk.walk-in.stands-by", "", false), HttpStatus.OK);
            case NothingToDo() -> said(reference, "desk.walk-in.nothing", "");
            case Booked(var booking) ->
                said(
                        reference,
                        "desk.walk-in.booked",
                        booking.centre().equals(centre.get().id()) ? when(booking.startsAt(), centre.get()) : "");
            case NoCounterFree(var next) ->
                page(
                        new WalkInPage(
                                reference, "desk.walk-in.full", next == null ? "" : when(next, centre.get()), true),
                        HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView said(String reference, String key, String when) {
        return page(new WalkInPage(reference, key, when, false), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(WalkInPage page, HttpStatus status) {
        var view = new ModelAndView("desk/walk-in", "page", page);
        view.setStatus(status);
        return view;
    }

    private static String when(@Nullable Instant moment, Centre centre) {
        if (moment == null) return "";

        var wall = new Wall(centre.hours().zone(), Locale.ENGLISH);
        return wall.day(wall.date(moment)) + ", " + wall.time(moment);
    }
}
