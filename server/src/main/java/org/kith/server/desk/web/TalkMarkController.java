package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kith.pack.visit.Talk;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.PlainVisits;
import org.kith.server.site.Texts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.kith.server.talk.Marking;
import org.kith.server.talk.MarkingResult;
import org.kith.server.talk.MarkingResult.AnotherCentre;
import org.kith.server.talk.MarkingResult.MarkedAlready;
import org.kith.server.talk.MarkingResult.NotFilledIn;
import org.kith.server.talk.MarkingResult.NotNow;
import org.kith.server.talk.MarkingResult.Noted;
import org.kith.server.talk.MarkingResult.OthersMark;
import org.kith.server.talk.MarkingResult.TooEarly;
import org.kith.server.talk.TalkRoom;
import org.kith.server.talk.TalkRoom.Opening;
import org.kith.server.talk.TalkRoom.Opening.Opened;
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

/// An examiner's sheet, and the end of a plain visit.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class TalkMarkController {
    private final TalkRoom room;
    private final Marking marking;
    private final TalkMarkPages pages;
    private final PlainVisits plain;
    private final Texts texts;

    TalkMarkController(TalkRoom room, Marking marking, TalkMarkPages pages, PlainVisits plain, Texts texts) {
        this.room = room;
        this.marking = marking;
        this.pages = pages;
        this.plain = plain;
        this.texts = texts;
    }

    @GetMapping("/desk/visits/{id}/talk")
    ModelAndView show(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return page(id, TalkForm.EMPTY, Map.of(), officer);
    }

    @PostMapping("/desk/visits/{id}/talk")
    ModelAndView mark(
            @PathVariable BookingId id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Officer officer) {
        var form = new TalkForm(fields);
        return switch (room.open(id, officer.as(Role.REGISTRAR))) {
            case Opened opened -> mark(opened, form, officer);
            case Opening.AnotherCentre(), Opening.NotNow(), Opening.Unknown() -> page(id, form, Map.of(), officer);
        };
    }

    private ModelAndView mark(Opened opened, TalkForm form, Officer officer) {
        var talk = opened.visit().talk().orElseThrow();
        var errors = errors(form, talk);
        var id = opened.booking().id();
        var marks = form.marks(talk.sheet());
        if (marks.isEmpty() || !errors.isEmpty()) return page(id, form, errors, officer);

        return noted(marking.mark(id, marks.get(), officer.as(Role.REGISTRAR)), id, form, officer);
    }

    @PostMapping("/desk/visits/{id}/talk/word")
    ModelAndView say(
            @PathVariable BookingId id,
            @RequestParam(defaultValue = "") String passed,
            @AuthenticationPrincipal Officer officer) {
        if (!passed.equals("yes") && !passed.equals("no")) {
            return page(id, TalkForm.EMPTY, Map.of("passed", text("desk.talk.word.missing")), officer);
        }
        var result = marking.say(id, passed.equals("yes"), officer.as(Role.REGISTRAR));
        return noted(result, id, TalkForm.EMPTY, officer);
    }

    @PostMapping("/desk/visits/{id}/done")
    ModelAndView done(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return TodayController.noted(plain.done(id, officer.as(Role.REGISTRAR)));
    }

    private ModelAndView noted(MarkingResult result, BookingId id, TalkForm form, Officer officer) {
        return switch (result) {
            case Noted _, MarkedAlready() -> new ModelAndView("redirect:/desk/visits/" + id + "/talk");
            case NotFilledIn() -> page(id, form, Map.of("words", text("desk.talk.words.long")), officer);
            case OthersMark() -> TodayController.notice("desk.talk.others", HttpStatus.FORBIDDEN);
            case TooEarly _ -> TodayController.notice("desk.talk.tooEarly", HttpStatus.CONFLICT);
            case AnotherCentre() -> TodayController.notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
            case NotNow() -> TodayController.notice("desk.notNow", HttpStatus.CONFLICT);
        };
    }

    private Map<String, String> errors(TalkForm form, Talk talk) {
        var errors = new LinkedHashMap<String, String>();
        for (var each : talk.sheet().criteria()) {
            if (form.points(each.id()).filter(points -> points <= each.points()).isEmpty()) {
                errors.put(
                        "points." + each.id(), texts.text(Locale.ENGLISH, "desk.talk.points.missing", each.points()));
            }
        }
        if (talk.recording() == Talk.Recording.WITH_CONSENT && form.recording().isEmpty()) {
            errors.put("recording", text("desk.talk.recording.missing"));
        }
        return errors;
    }

    private ModelAndView page(BookingId id, TalkForm form, Map<String, String> errors, Officer officer) {
        return switch (room.open(id, officer.as(Role.REGISTRAR))) {
            case Opened opened -> {
                var page = new ModelAndView("desk/talk-mark", "page", pages.of(opened, officer, form, errors));
                if (!errors.isEmpty()) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case Opening.AnotherCentre() -> TodayController.notice("desk.anotherCentre", HttpStatus.FORBIDDEN);
            case Opening.NotNow() -> TodayController.notice("desk.notNow", HttpStatus.CONFLICT);
            case Opening.Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String text(String key) {
        return texts.text(Locale.ENGLISH, key);
    }
}
