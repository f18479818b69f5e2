package org.kith.server.presentation.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kith.server.presentation.PictureReading.Found;
import org.kith.server.presentation.PictureReading.NoCode;
import org.kith.server.presentation.PictureReading.NotAPicture;
import org.kith.server.presentation.PictureReading.TooLarge;
import org.kith.server.presentation.PublicCheck;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Anyone may check a card here. Codes come by POST, so that no address bar and no log of addresses holds one.
@Controller
class CheckController {
    private final PublicCheck check;

    CheckController(PublicCheck check) {
        this.check = check;
    }

    @GetMapping("/check")
    ModelAndView form() {
        return form(CheckPage.fresh());
    }

    @PostMapping("/check")
    ModelAndView check(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile picture)
            throws IOException {
        if (!text.isBlank()) return answer(text);
        if (picture == null || picture.isEmpty()) return form(new CheckPage("check.fault.nothing", "picture"));

        return switch (check.read(picture.getBytes())) {
            case Found(var found) -> answer(found);
            case NoCode() -> form(new CheckPage("check.fault.no-code", "picture"));
            case NotAPicture() -> form(new CheckPage("check.fault.not-a-picture", "picture"));
            case TooLarge() -> form(new CheckPage("check.fault.too-large", "picture"));
        };
    }

    private ModelAndView answer(String text) {
        return new ModelAndView("presentation/answer", "page", AnswerPage.of(check.check(text)));
    }

    private static ModelAndView form(CheckPage page) {
        return new ModelAndView("presentation/check", "page", page);
    }
}
