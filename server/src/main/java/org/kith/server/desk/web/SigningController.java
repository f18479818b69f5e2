package org.kith.server.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.server.centre.BookingId;
import org.kith.server.desk.VisitRoom;
import org.kith.server.desk.VisitRoom.Opening.AnotherCentre;
import org.kith.server.desk.VisitRoom.Opening.NotNow;
import org.kith.server.desk.VisitRoom.Opening.Opened;
import org.kith.server.desk.VisitRoom.Opening.Unknown;
import org.kith.server.desk.web.SignCheckPage.Part;
import org.kith.server.desk.web.SignCheckPage.Said;
import org.kith.server.identity.Comparison;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.PointsToCheck;
import org.kith.server.identity.PreparedCheck;
import org.kith.server.identity.Sameness;
import org.kith.server.identity.SignResult;
import org.kith.server.identity.SigningChecks;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficersHand;
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

/// The last step at the counter: the officer reads what they are about to sign, and signs it with their passkey.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class SigningController {
    private final VisitRoom room;
    private final SigningChecks signing;
    private final PointsToCheck points;
    private final OfficersHand hand;

    SigningController(VisitRoom room, SigningChecks signing, PointsToCheck points, OfficersHand hand) {
        this.room = room;
        this.signing = signing;
        this.points = points;
        this.hand = hand;
    }

    @GetMapping("/desk/visits/{id}/sign")
    ModelAndView show(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return page(id, officer, false);
    }

    @PostMapping("/desk/visits/{id}/sign")
    ModelAndView sign(
            @PathVariable BookingId id,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "false") boolean standIn,
            @AuthenticationPrincipal Officer officer) {
        var shown = standIn ? standIn(id, officer).orElse("") : credential;
        return switch (signing.sign(id, shown, officer.as(Role.REGISTRAR))) {
            case SignResult.Done _ -> new ModelAndView("redirect:/desk/visits/" + id + "/receipt");
            case SignResult.Countersigned(), SignResult.SecondWanted() ->
                new ModelAndView("redirect:/desk/visits/" + id + "/sign");
            case SignResult.NotSigned() -> page(id, officer, true);
            case SignResult.LookAgain() -> new ModelAndView("redirect:/desk/visits/" + id);
            case SignResult.Over() -> TodayController.notice("desk.notNow", HttpStatus.CONFLICT);
            case SignResult.AnotherCentre() -> TodayController.notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
        };
    }

    private Optional<String> standIn(BookingId id, Officer officer) {
        return room.open(id, officer.as(Role.REGISTRAR)) instanceof Opened opened
                ? signing.ready(opened.booking(), opened.application())
                        .flatMap(ready -> hand.standIn(officer.id(), ready.digest()))
                : Optional.empty();
    }

    private ModelAndView page(BookingId id, Officer officer, boolean refused) {
        return switch (room.open(id, officer.as(Role.REGISTRAR))) {
            case Opened opened ->
                signing.ready(opened.booking(), opened.application())
                        .filter(ready -> isTheirs(ready, officer))
                        .map(ready -> page(opened, ready, officer, refused))
                        .orElseGet(() -> new ModelAndView("redirect:/desk/visits/" + id));
            case AnotherCentre() -> TodayController.notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
            case NotNow() -> TodayController.notice("desk.notNow", HttpStatus.CONFLICT);
            case Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private ModelAndView page(Opened opened, PreparedCheck ready, Officer officer, boolean refused) {
        var check = ready.check();
        var name = opened.declared().name();
        var page = new SignCheckPage(
                opened.booking().id().toString(),
                opened.application().filedReference().orElseThrow().printed(),
                name.map(each -> each.inOwnScript()).orElse(""),
                name.map(each -> each.inPassport()).orElse(""),
                check.notConfirmed(),
                check.document(),
                check.face(),
                check.secondWay(),
                check.assurance(),
                said(opened, check),
                check.fields().stream()
                        .filter(each -> each.sameness() == Sameness.DIFFERS)
                        .map(Comparison::field)
                        .toList(),
                !check.fields().isEmpty(),
                check.photoTaken(),
                check.chipRead(),
                part(ready, officer),
                hand.options(officer.id(), ready.digest()),
                hand.hasStandIn(),
                refused);
        var view = new ModelAndView("desk/sign-check", "page", page);
        if (refused) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private List<Said> said(Opened opened, IdentityCheck check) {
        return check.points().stream()
                .map(each -> new Said(points.title(opened.application(), each.id(), Locale.ENGLISH), each.because()))
                .toList();
    }

    private Part part(PreparedCheck ready, Officer officer) {
        var signed = signing.isCountersigned(ready);
        if (isFirst(ready, officer)) return ready.needsSecond() && !signed ? Part.WAITS : Part.FIRST;
        return signed ? Part.SECOND_DONE : Part.SECOND;
    }

    private static boolean isTheirs(PreparedCheck ready, Officer officer) {
        return isFirst(ready, officer) || ready.needsSecond();
    }

    private static boolean isFirst(PreparedCheck ready, Officer officer) {
        return ready.check().officer().equals(officer.id().value());
    }
}
