package org.kith.server.admin.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Closing;
import org.kith.server.centre.Closure;
import org.kith.server.centre.MoveOut;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Where a manager closes a centre at short notice.
@Controller
@PreAuthorize("hasRole('MANAGER')")
class CentresAdminController {
    private final Centres centres;
    private final Closing closing;
    private final MoveOut moveOut;
    private final Clock clock;

    CentresAdminController(Centres centres, Closing closing, MoveOut moveOut, Clock clock) {
        this.centres = centres;
        this.closing = closing;
        this.moveOut = moveOut;
        this.clock = clock;
    }

    @GetMapping("/admin/centres")
    ModelAndView all(@AuthenticationPrincipal Officer manager) {
        var own = centres.open().stream()
                .filter(centre -> Closing.mayClose(centre, manager.as(Role.MANAGER)))
                .map(centre -> new CentresAdminPage.Line(
                        centre.code(), centre.town(), centre.closures().size()))
                .toList();
        return new ModelAndView("admin/centres", "page", new CentresAdminPage(own));
    }

    @GetMapping("/admin/centres/{code}")
    ModelAndView one(@PathVariable String code, @AuthenticationPrincipal Officer manager) {
        var centre = find(code);
        if (!Closing.mayClose(centre, manager.as(Role.MANAGER))) return refused();

        return page(centre, "", "", "", "", HttpStatus.OK);
    }

    @PostMapping("/admin/centres/{code}/close")
    ModelAndView close(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String counters,
            @AuthenticationPrincipal Officer manager) {
        var centre = find(code);
        var begins = wall(from);
        var ends = wall(until);
        if (begins.isEmpty() || ends.isEmpty()) return wrong(centre, from, until, counters, "NO_TIME");
        var some = number(counters);
        if (!counters.isBlank() && some == null) return wrong(centre, from, until, counters, "NO_SUCH_COUNTERS");

        var zone = centre.hours().zone();
        var closed = closing.close(
                centre,
                begins.get().atZone(zone).toInstant(),
                ends.get().atZone(zone).toInstant(),
                some,
                manager.as(Role.MANAGER));
        return switch (closed) {
            case DONE -> new ModelAndView("redirect:/admin/centres/" + code);
            case BEFORE, NO_TIME, NO_SUCH_COUNTERS -> wrong(centre, from, until, counters, closed.name());
            case ANOTHER_CENTRE -> refused();
        };
    }

    @PostMapping("/admin/centres/{code}/open/{closure}")
    ModelAndView lift(@PathVariable String code, @PathVariable UUID closure, @AuthenticationPrincipal Officer manager) {
        return switch (closing.lift(find(code), closure, manager.as(Role.MANAGER))) {
            case DONE, BEFORE, NO_TIME, NO_SUCH_COUNTERS -> new ModelAndView("redirect:/admin/centres/" + code);
            case ANOTHER_CENTRE -> refused();
        };
    }

    private ModelAndView wrong(Centre centre, String from, String until, String counters, String why) {
        return page(centre, from, until, counters, "admin.centres.wrong." + why, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            Centre centre, String from, String until, String counters, String wrong, HttpStatus status) {
        var wall = new Wall(centre.hours().zone(), Locale.ENGLISH);
        var page = new ClosuresPage(
                centre.code(),
                centre.town(),
                wall.offset(clock.instant()),
                centre.counters(),
                lines(centre, wall),
                moveOut.outside(centre).size(),
                from,
                until,
                counters,
                wrong);
        var view = new ModelAndView("admin/closures", "page", page);
        view.setStatus(status);
        return view;
    }

    private static List<ClosuresPage.Line> lines(Centre centre, Wall wall) {
        return centre.closures().stream().map(closure -> line(closure, wall)).toList();
    }

    private static ClosuresPage.Line line(Closure closure, Wall wall) {
        var counters = closure.counters();
        return new ClosuresPage.Line(
                closure.id().toString(),
                wall.wholeDay(wall.date(closure.from())) + ", " + wall.time(closure.from()),
                wall.wholeDay(wall.date(closure.until())) + ", " + wall.time(closure.until()),
                counters == null ? 0 : counters);
    }

    private Centre find(String code) {
        return centres.byCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView refused() {
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    /// As the browser's field for day and time sends it.
    private static Optional<LocalDateTime> wall(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }
}
