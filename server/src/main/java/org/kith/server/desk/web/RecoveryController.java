package org.kith.server.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.DoorChange;
import org.kith.server.account.Recovery;
import org.kith.server.account.RecoveryResult;
import org.kith.server.account.RecoveryResult.AlreadyOpen;
import org.kith.server.account.RecoveryResult.Done;
import org.kith.server.account.RecoveryResult.NotAnAddress;
import org.kith.server.account.RecoveryResult.Over;
import org.kith.server.account.RecoveryResult.Proposed;
import org.kith.server.account.RecoveryResult.SameOfficer;
import org.kith.server.account.RecoveryResult.WrongCode;
import org.kith.server.audit.Actor;
import org.kith.server.desk.RecoveryRoom;
import org.kith.server.desk.RecoveryRoom.Found;
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

/// The counter where somebody who lost their doors is let in again. Number and passport are sent along with every
/// step, so that no step shows or does anything without them.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class RecoveryController {
    private final RecoveryRoom room;
    private final Recovery recovery;
    private final Texts texts;

    RecoveryController(RecoveryRoom room, Recovery recovery, Texts texts) {
        this.room = room;
        this.recovery = recovery;
        this.texts = texts;
    }

    @GetMapping("/desk/recovery")
    ModelAndView begin(@AuthenticationPrincipal Officer officer) {
        return begin("", "", Map.of(), officer);
    }

    @PostMapping("/desk/recovery")
    ModelAndView look(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String lines,
            @AuthenticationPrincipal Officer officer) {
        return room.look(reference, lines, officer.as(Role.REGISTRAR))
                .map(found -> proposal(found, reference, lines, "", Map.of()))
                .orElseGet(() -> begin(reference, lines, noMatch(), officer));
    }

    @PostMapping("/desk/recovery/propose")
    ModelAndView propose(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String face,
            @AuthenticationPrincipal Officer officer) {
        var registrar = officer.as(Role.REGISTRAR);
        var found = room.look(reference, lines, registrar);
        if (found.isEmpty()) return begin(reference, lines, noMatch(), officer);
        var errors = new LinkedHashMap<String, String>();
        if (!face.equals("yes")) errors.put("face", text("face.missing"));
        if (!errors.isEmpty()) return proposal(found.get(), reference, lines, email, errors);

        return switch (recovery.propose(found.get().application().person(), email, registrar)) {
            case Proposed(var id) -> new ModelAndView("redirect:/desk/recovery/" + id.value());
            case AlreadyOpen() -> proposal(found.get(), reference, lines, email, Map.of("email", text("already")));
            case NotAnAddress(), Done(), WrongCode(), SameOfficer(), Over() ->
                proposal(found.get(), reference, lines, email, Map.of("email", text("email.wrong")));
        };
    }

    @GetMapping("/desk/recovery/{id}")
    ModelAndView state(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
        return state(id, Map.of(), officer.as(Role.REGISTRAR));
    }

    @PostMapping("/desk/recovery/{id}/code")
    ModelAndView type(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Officer officer) {
        var registrar = officer.as(Role.REGISTRAR);
        return after(recovery.type(new DoorChange.Id(id), code, registrar), id, registrar);
    }

    @PostMapping("/desk/recovery/{id}/agree")
    ModelAndView agree(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String lines,
            @AuthenticationPrincipal Officer officer) {
        var registrar = officer.as(Role.REGISTRAR);
        var found = room.look(reference, lines, registrar);
        if (found.isEmpty()) return state(id, noMatch(), registrar);

        var person = found.get().application().person();
        return after(recovery.agree(new DoorChange.Id(id), person, registrar), id, registrar);
    }

    private ModelAndView after(RecoveryResult result, UUID id, Actor.Officer registrar) {
        return switch (result) {
            case Done(), Proposed _ -> new ModelAndView("redirect:/desk/recovery/" + id);
            case WrongCode() -> state(id, Map.of("code", text("code.wrong")), registrar);
            case SameOfficer() -> state(id, Map.of("reference", text("same")), registrar);
            case Over(), AlreadyOpen(), NotAnAddress() -> over();
        };
    }

    private ModelAndView begin(String reference, String lines, Map<String, String> errors, Officer officer) {
        var centre = officer.unit();
        if (centre == null) return TodayController.notice("desk.noCentre", HttpStatus.OK);

        var rows = recovery.openAt(centre.value()).stream()
                .map(change -> new RecoveryPage.Row(
                        change.id().value().toString(),
                        day(change.created()),
                        change.state() == DoorChange.State.WAITING,
                        day(change.due()),
                        time(change.due())))
                .toList();
        return page("desk/recovery", new RecoveryPage(reference, lines, errors, rows), errors);
    }

    private static ModelAndView proposal(
            Found found, String reference, String lines, String email, Map<String, String> errors) {
        var photo = found.photo().map(Base64.getEncoder()::encodeToString).orElse("");
        return page(
                "desk/recovery-proposal",
                new RecoveryProposalPage(reference, lines, found.name(), photo, email, errors),
                errors);
    }

    private ModelAndView state(UUID id, Map<String, String> errors, Actor.Officer registrar) {
        Optional<DoorChange> found = recovery.find(new DoorChange.Id(id), registrar);
        if (found.isEmpty()) return over();

        var change = found.get();
        var waiting = change.state() == DoorChange.State.WAITING;
        var page = new RecoveryStatePage(
                id.toString(),
                change.owned() != null,
                change.agreed() != null,
                waiting ? day(change.due()) : "",
                waiting ? time(change.due()) : "",
                errors);
        return page("desk/recovery-state", page, errors);
    }

    private static ModelAndView page(String template, Object page, Map<String, String> errors) {
        var view = new ModelAndView(template, "page", page);
        if (!errors.isEmpty()) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView over() {
        return TodayController.notice("desk.recoveryOver", HttpStatus.CONFLICT);
    }

    private Map<String, String> noMatch() {
        return Map.of("reference", text("noMatch"));
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.text(Locale.ENGLISH, "desk.recovery." + key));
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String time(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalTime().toString().substring(0, 5);
    }
}
