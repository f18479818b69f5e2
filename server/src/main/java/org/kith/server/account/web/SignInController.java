package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.AskResult.Asked;
import org.kith.server.account.AskResult.NotAnAddress;
import org.kith.server.account.AskResult.TooManyFromThere;
import org.kith.server.account.EnterResult;
import org.kith.server.account.EnterResult.Entered;
import org.kith.server.account.EnterResult.NoLonger;
import org.kith.server.account.EnterResult.OtherBrowser;
import org.kith.server.account.EnterResult.WrongCode;
import org.kith.server.account.PasskeyDoors;
import org.kith.server.account.SignIn;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.Way;
import org.kith.server.site.LocalPath;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Asking for a link, and following it. Opening a page never signs anyone in; pressing its button does.
@Controller
class SignInController {
    private static final LocalPath HOME = new LocalPath("/home");

    private final SignIn signIn;
    private final PersonSessions sessions;
    private final BrowserCookie browser;
    private final PasskeyDoors passkeys;

    SignInController(SignIn signIn, PersonSessions sessions, BrowserCookie browser, PasskeyDoors passkeys) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.browser = browser;
    }

    @Bean
    static OpenPaths signingInIsOpen() {
        return OpenPaths.of("/sign-in", "/sign-in/**", "/sign-out");
    }

    @GetMapping("/sign-in")
    ModelAndView form(
            @AuthenticationPrincipal @Nullable SignedInPerson person,
            @RequestParam Optional<String> next,
            @RequestParam(defaultValue = "no") String held,
            HttpSession session) {
        if (person != null && !person.limited())
            return new ModelAndView("redirect:" + pathOf(next).value());

        return form(session, "", pathOf(next), held.equals("yes"), Fault.NONE);
    }

    @PostMapping("/sign-in")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam Optional<String> next,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var to = pathOf(next);
        return switch (signIn.ask(email, language, to, browser.of(request), request.getRemoteAddr())) {
            case Asked(var secret) -> {
                browser.set(response, secret);
                yield new ModelAndView("redirect:/sign-in/sent");
            }
            case NotAnAddress() -> form(request.getSession(), email, to, false, Fault.NO_ADDRESS);
            case TooManyFromThere() -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                yield new ModelAndView("account/too-many");
            }
        };
    }

    @PostMapping("/sign-in/passkey")
    ModelAndView show(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam Optional<String> next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession();
        var person = Challenges.take(session, Challenges.SHOW, PublicKeyCredentialRequestOptions.class)
                .flatMap(challenge -> passkeys.enter(challenge, credential));
        if (person.isEmpty()) return form(session, "", pathOf(next), false, Fault.REFUSED);

        sessions.begin(request, response, person.get(), Way.PASSKEY);
        return new ModelAndView("redirect:" + pathOf(next).value());
    }

    @GetMapping("/sign-in/sent")
    ModelAndView sent() {
        return new ModelAndView("account/sent", "page", new SentPage(false));
    }

    @PostMapping("/sign-in/code")
    ModelAndView type(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        return show(signIn.type(code, browser.of(request)), request, response);
    }

    @GetMapping("/sign-in/{link}")
    ModelAndView look(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        return signIn.look(link, browser.of(request))
                .map(result -> show(result, request, response))
                .orElseGet(() -> new ModelAndView("account/enter", "page", new EnterPage(link)));
    }

    @PostMapping("/sign-in/{link}")
    ModelAndView follow(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        return show(signIn.follow(link, browser.of(request)), request, response);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/";
    }

    private ModelAndView show(EnterResult result, HttpServletRequest request, HttpServletResponse response) {
        return switch (result) {
            case Entered(var person, var next) -> {
                sessions.begin(request, response, person, Way.LINK);
                browser.clear(response);
                yield new ModelAndView("redirect:" + next.value());
            }
            case OtherBrowser(var code) -> new ModelAndView("account/other-browser", "page", OtherBrowserPage.of(code));
            case WrongCode() -> new ModelAndView("account/sent", "page", new SentPage(true));
            case NoLonger() -> {
                response.setStatus(HttpStatus.GONE.value());
                yield new ModelAndView("account/no-longer");
            }
        };
    }

    private enum Fault {
        NONE,
        NO_ADDRESS,
        REFUSED
    }

    private ModelAndView form(HttpSession session, String email, LocalPath next, boolean held, Fault fault) {
        var challenge = passkeys.challenge();
        session.setAttribute(Challenges.SHOW, challenge);
        return new ModelAndView(
                "account/sign-in",
                "page",
                new SignInPage(
                        email,
                        next.value(),
                        fault == Fault.NO_ADDRESS,
                        passkeys.json(challenge),
                        held,
                        fault == Fault.REFUSED));
    }

    private static LocalPath pathOf(Optional<String> next) {
        return next.flatMap(LocalPath::of).orElse(HOME);
    }
}
