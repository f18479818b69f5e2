package org.kith.server.identity.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Applications;
import org.kith.server.application.Drafting;
import org.kith.server.application.Stage;
import org.kith.server.identity.Intake;
import org.kith.server.identity.PassportReading;
import org.kith.server.identity.PassportReading.NoLines;
import org.kith.server.identity.PassportReading.NotTaken;
import org.kith.server.identity.PassportReading.Read;
import org.kith.server.identity.PassportReading.Unsure;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Reads the lines of a passport from a photo instead of having them typed. The photo is not kept; what was read goes
/// back to the person, who looks at it and sends it on to the question.
@Controller
class PassportPhotoController {
    private final Applications applications;
    private final Drafting drafting;
    private final Programme programme;
    private final Redrawing redrawing;

    PassportPhotoController(Applications applications, Drafting drafting, Programme programme, Redrawing redrawing) {
        this.applications = applications;
        this.drafting = drafting;
        this.programme = programme;
        this.redrawing = redrawing;
    }

    @GetMapping("/apply/passport/{page}")
    ModelAndView choose(@PathVariable String page, @AuthenticationPrincipal SignedInPerson person) {
        question(person, page);
        return form(page, null);
    }

    @PostMapping("/apply/passport/{page}")
    ModelAndView read(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedInPerson person)
            throws IOException {
        var question = question(person, page);
        return switch (reading(file)) {
            case Read(var mrz) ->
                new ModelAndView(
                        "identity/passport-read",
                        "page",
                        new PassportReadPage(
                                "/apply/questions/" + page, question.id() + ".mrz", "/apply/passport/" + page, mrz));
            case Unsure() -> form(page, "pictures.passport.unsure");
            case NoLines() -> form(page, "pictures.passport.nothing");
            case NotTaken(var why) -> form(page, why.textKey());
        };
    }

    private PassportReading reading(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return new NotTaken(new Intake.Empty());

        try (var in = file.getInputStream()) {
            return redrawing.readZone(in, drafting.today());
        }
    }

    private ModelAndView form(String page, @Nullable String error) {
        var form = new ModelAndView(
                "identity/passport-photo",
                "page",
                new PassportPhotoPage(
                        "/apply/passport/" + page, "/apply/questions/" + page, redrawing.takesHeic(), error));
        if (error != null) form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }

    private Question question(SignedInPerson person, String page) {
        return applications
                .openOf(person.person())
                .filter(application -> application.stage() == Stage.DRAFT)
                .flatMap(draft -> programme.version(draft.pack()).questions().page(page))
                .flatMap(found -> found.questions().stream()
                        .filter(question -> question.type() == QuestionType.PASSPORT)
                        .findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
