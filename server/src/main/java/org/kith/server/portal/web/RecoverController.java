package org.kith.server.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.kith.server.account.CodeRecovery;
import org.kith.server.account.CodeRecoveryResult.Asked;
import org.kith.server.account.CodeRecoveryResult.NotACode;
import org.kith.server.account.CodeRecoveryResult.NotAnAddress;
import org.kith.server.account.CodeRecoveryResult.TooManyFromThere;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.site.OpenPaths;
import org.kith.server.site.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// For somebody who has lost all their ways in, and was given a recovery code at a centre.
@Controller
class RecoverController {
    private final CodeRecovery recovery;
    private final Applications applications;
    private final Texts texts;

    RecoverController(CodeRecovery recovery, Applications applications, Texts texts) {
        this.recovery = recovery;
        this.applications = applications;
        this.texts = texts;
    }

    @Bean
    static OpenPaths recoveringIsOpen() {
        return OpenPaths.of("/recover");
    }

    @GetMapping("/recover")
    ModelAndView form() {
        return page(new RecoverPage("", "", Map.of()), HttpStatus.OK);
    }

    @PostMapping("/recover")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            Locale language,
            HttpServletRequest request) {
        var number = Reference.parse(reference);
        if (number.isEmpty()) return again(reference, email, "reference", "recover.noNumber", language);

        var person = applications.byReference(number.get()).map(Application::person);
        return switch (recovery.ask(number.get().value(), person, code, email, request.getRemoteAddr())) {
            case Asked() -> new ModelAndView("portal/recover-asked");
            case NotACode() -> again(reference, email, "code", "recover.noCode", language);
            case NotAnAddress() -> again(reference, email, "email", "account.signIn.wrong", language);
            case TooManyFromThere() -> {
                var page = again(reference, email, "code", "recover.many", language);
                page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield page;
            }
        };
    }

    private ModelAndView again(String reference, String email, String field, String fault, Locale language) {
        var errors = Map.of(field, texts.text(language, fault));
        return page(new RecoverPage(reference, email, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(RecoverPage page, HttpStatus status) {
        var view = new ModelAndView("portal/recover", "page", page);
        view.setStatus(status);
        return view;
    }
}
