package org.kith.server.desk.web;

import java.util.Locale;
import java.util.Map;
import org.kith.server.centre.BookingId;
import org.kith.server.desk.OwnKeysRoom;
import org.kith.server.desk.OwnKeysRoom.Given;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.QrSquares;
import org.kith.server.site.Texts;
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
import org.springframework.web.servlet.ModelAndView;

/// Own keys after a visit. A passkey is never made at this computer: the page shows the way to the person's telephone.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class OwnKeysController {
    private static final String ADD_PASSKEY = "/passkey";

    private final OwnKeysRoom room;
    private final BaseUrl base;
    private final Texts texts;

    OwnKeysController(OwnKeysRoom room, BaseUrl base, Texts texts) {
        this.room = room;
        this.base = base;
        this.texts = texts;
    }

    @GetMapping("/desk/visits/{id}/keys")
    ModelAndView show(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return page(id, officer, Map.of());
    }

    /// Shows the code in this answer and nowhere else: who loads the page again gives a new one, and ends this.
    @PostMapping("/desk/visits/{id}/keys/code")
    ModelAndView give(
            @PathVariable BookingId id,
            @RequestParam(defaultValue = "") String wish,
            @AuthenticationPrincipal Officer officer) {
        if (!wish.equals("yes")) {
            return page(id, officer, Map.of("wish", texts.text(Locale.ENGLISH, "desk.keys.wish.missing")));
        }
        return room.give(id, officer.as(Role.REGISTRAR))
                .map(given -> new ModelAndView("desk/recovery-code", "page", page(id, given)))
                .orElseGet(OwnKeysController::notNow);
    }

    private ModelAndView page(BookingId id, Officer officer, Map<String, String> errors) {
        var opened = room.open(id, officer.as(Role.REGISTRAR));
        if (opened.isEmpty()) return notNow();

        var address = base.link(ADD_PASSKEY);
        var found = opened.get();
        var page = new OwnKeysPage(
                id.toString(), found.reference(), found.own(), found.passkey(), QrSquares.of(address), address, errors);
        var view = new ModelAndView("desk/own-keys", "page", page);
        if (!errors.isEmpty()) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private RecoveryCodePage page(BookingId id, Given given) {
        return new RecoveryCodePage(
                id.toString(),
                given.reference(),
                given.code(),
                base.link("/recover"),
                given.language(),
                given.mayPrint());
    }

    private static ModelAndView notNow() {
        return TodayController.notice("desk.noKeys", HttpStatus.CONFLICT);
    }
}
