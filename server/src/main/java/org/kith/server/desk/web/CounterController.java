package org.kith.server.desk.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Actor;
import org.kith.server.audit.LookPurpose;
import org.kith.server.centre.BookingId;
import org.kith.server.desk.VisitRoom;
import org.kith.server.desk.VisitRoom.Opening.AnotherCentre;
import org.kith.server.desk.VisitRoom.Opening.NotNow;
import org.kith.server.desk.VisitRoom.Opening.Opened;
import org.kith.server.desk.VisitRoom.Opening.Unknown;
import org.kith.server.identity.CheckResult;
import org.kith.server.identity.CounterCheck;
import org.kith.server.identity.DocumentId;
import org.kith.server.identity.Papers;
import org.kith.server.identity.PassportReading;
import org.kith.server.identity.PassportScan;
import org.kith.server.identity.PhotoResult;
import org.kith.server.identity.PointsToCheck;
import org.kith.server.identity.Portrait;
import org.kith.server.site.Texts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One visit at the counter. Every button sends the whole form, so that what the officer has pressed and typed goes
/// round with it.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class CounterController {
    private final VisitRoom room;
    private final CounterCheck check;
    private final PassportScan scan;
    private final Portrait portrait;
    private final Papers papers;
    private final VisitView view;
    private final PointsToCheck points;
    private final Texts texts;

    CounterController(
            VisitRoom room,
            CounterCheck check,
            PassportScan scan,
            Portrait portrait,
            Papers papers,
            VisitView view,
            PointsToCheck points,
            Texts texts) {
        this.room = room;
        this.check = check;
        this.scan = scan;
        this.portrait = portrait;
        this.papers = papers;
        this.view = view;
        this.points = points;
        this.texts = texts;
    }

    @GetMapping("/desk/visits/{id}")
    ModelAndView show(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return page(id, VisitForm.EMPTY, Map.of(), officer);
    }

    @PostMapping("/desk/visits/{id}")
    ModelAndView act(
            @PathVariable BookingId id, @ModelAttribute VisitForm form, @AuthenticationPrincipal Officer officer)
            throws IOException {
        var photo = photo(id, form, officer.as(Role.REGISTRAR));
        if (photo.isPresent()) return page(id, form, Map.of("photo", photo.get()), officer);

        return switch (form.act() == null ? "" : form.act()) {
            case "confirm" ->
                finished(check.confirm(id, form.findings(), officer.as(Role.REGISTRAR)), id, form, officer);
            case "not-confirm" -> notConfirm(id, form, officer);
            case "scan" -> scan(id, form, officer);
            default -> page(id, form, Map.of(), officer);
        };
    }

    @GetMapping("/desk/visits/{id}/photo")
    ResponseEntity<byte[]> photo(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return picture(portrait.look(id, officer.as(Role.REGISTRAR)));
    }

    @GetMapping("/desk/visits/{id}/papers/{document}/{number}")
    ResponseEntity<byte[]> paper(
            @PathVariable BookingId id,
            @PathVariable DocumentId document,
            @PathVariable int number,
            @AuthenticationPrincipal Officer officer) {
        var registrar = officer.as(Role.REGISTRAR);
        return switch (room.open(id, registrar)) {
            case Opened opened ->
                picture(papers.look(
                        opened.application().id(), document, number, registrar, LookPurpose.IDENTITY_CHECK));
            case AnotherCentre(), NotNow(), Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /// Keeps the photo where one was sent along, whatever the button; gives the sentence that says why it was not.
    private Optional<String> photo(BookingId id, VisitForm form, Actor.Officer registrar) throws IOException {
        var file = form.photo();
        if (file == null || file.isEmpty()) return Optional.empty();

        try (var in = file.getInputStream()) {
            return switch (portrait.take(id, in, registrar)) {
                // What else is wrong with the visit, the page says.
                case PhotoResult.Taken(), PhotoResult.Over(), PhotoResult.AnotherCentre() -> Optional.empty();
                case PhotoResult.NotTaken(var why) -> Optional.of(text(why.textKey()));
                case PhotoResult.NotAPhoto() -> Optional.of(text("desk.visit.photo.pdf"));
            };
        }
    }

    /// Fills the lines in from a picture; what was typed stays where nothing could be read.
    private ModelAndView scan(BookingId id, VisitForm form, Officer officer) throws IOException {
        var picture = form.page();
        if (picture == null || picture.isEmpty()) return page(id, form, scanFault("intake.empty"), officer);

        try (var in = picture.getInputStream()) {
            return switch (scan.read(in)) {
                case PassportReading.Read(var mrz) ->
                    page(id, form.with(String.join("\n", mrz.lines())), Map.of(), officer);
                case PassportReading.Unsure() -> page(id, form, scanFault("pictures.passport.unsure"), officer);
                case PassportReading.NoLines() -> page(id, form, scanFault("pictures.passport.nothing"), officer);
                case PassportReading.NotTaken(var why) -> page(id, form, scanFault(why.textKey()), officer);
            };
        }
    }

    private Map<String, String> scanFault(String key) {
        return Map.of("page", text(key));
    }

    private ModelAndView notConfirm(BookingId id, VisitForm form, Officer officer) {
        var why = form.notConfirmed();
        if (why.isEmpty()) return page(id, form, Map.of("reason", text("desk.visit.reason.missing")), officer);

        var result = check.notConfirm(id, form.findings(), why.get(), officer.as(Role.REGISTRAR));
        return finished(result, id, form, officer);
    }

    private ModelAndView finished(CheckResult result, BookingId id, VisitForm form, Officer officer) {
        return switch (result) {
            case CheckResult.Ready _ -> new ModelAndView("redirect:/desk/visits/" + id + "/sign");
            case CheckResult.Over() -> TodayController.notice("desk.notNow", HttpStatus.CONFLICT);
            case CheckResult.AnotherCentre() -> TodayController.notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
            case CheckResult.NotReady(var missing, var untouched) -> {
                var errors = new LinkedHashMap<String, String>();
                missing.stream()
                        .sorted()
                        .forEach(each -> errors.put(field(each), text("desk.visit.missing." + word(each))));
                yield page(id, form, errors, untouched, officer);
            }
        };
    }

    private ModelAndView page(BookingId id, VisitForm form, Map<String, String> errors, Officer officer) {
        return page(id, form, errors, List.of(), officer);
    }

    private ModelAndView page(
            BookingId id, VisitForm form, Map<String, String> errors, List<String> untouched, Officer officer) {
        return switch (room.open(id, officer.as(Role.REGISTRAR))) {
            case Opened opened -> {
                var all = new LinkedHashMap<>(errors);
                for (var point : untouched) all.put("point-" + point, untouched(opened, point));
                var page = new ModelAndView("desk/visit", "page", view.of(opened, form, all, officer.id()));
                if (!all.isEmpty()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case AnotherCentre() -> TodayController.notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
            case NotNow() -> TodayController.notice("desk.notNow", HttpStatus.CONFLICT);
            case Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String untouched(Opened opened, String point) {
        var title = points.title(opened.application(), point, Locale.ENGLISH);
        return texts.text(Locale.ENGLISH, "desk.visit.missing.point", title);
    }

    private static ResponseEntity<byte[]> picture(Optional<byte[]> jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String field(CheckResult.Missing missing) {
        return switch (missing) {
            case LINES, VALID_PASSPORT -> "lines";
            case DOCUMENT_UNALTERED -> "document";
            case SAME_FACE -> "face";
            case SECOND_WAY -> "second";
            case DIFFERENCES -> "differences";
            case PHOTO -> "photo";
            case CHIP -> "chip";
        };
    }

    private static String word(@Nullable Enum<?> word) {
        return word == null ? "" : word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String key) {
        return texts.text(Locale.ENGLISH, key);
    }
}
