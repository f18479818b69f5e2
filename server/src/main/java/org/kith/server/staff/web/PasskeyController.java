package org.kith.server.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.passkey.Passkeys;
import org.kith.server.site.LocalPath;
import org.kith.server.staff.EnrolResult.Enrolled;
import org.kith.server.staff.EnrolResult.LinkOver;
import org.kith.server.staff.EnrolResult.NotAccepted;
import org.kith.server.staff.Enrolment;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.OfficerSignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Making a passkey, and signing in with it. Each page carries a challenge of its own, which the session remembers
/// until it is answered once.
@Controller
class PasskeyController {
    private static final String MAKE = "passkey.make";
    private static final String SHOW = "passkey.show";
    private static final LocalPath ROOMS = new LocalPath("/staff");

    private final Passkeys<OfficerId> passkeys;
    private final Enrolment enrolment;
    private final OfficerSignIn signIn;
    private final OfficerSessions sessions;

    PasskeyController(
            Passkeys<OfficerId> passkeys, Enrolment enrolment, OfficerSignIn signIn, OfficerSessions sessions) {
        this.passkeys = passkeys;
        this.enrolment = enrolment;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/staff/sign-in")
    ModelAndView page(
            @AuthenticationPrincipal @Nullable Officer officer,
            @RequestParam Optional<String> next,
            HttpSession session) {
        var to = next.flatMap(LocalPath::of).orElse(ROOMS);
        return officer == null ? challenge(session, to, false) : new ModelAndView("redirect:" + to.value());
    }

    @PostMapping("/staff/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam Optional<String> next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var to = next.flatMap(LocalPath::of).orElse(ROOMS);
        var officer = take(request.getSession(), SHOW, PublicKeyCredentialRequestOptions.class)
                .flatMap(challenge -> signIn.signIn(challenge, credential));
        if (officer.isEmpty()) return challenge(request.getSession(), to, true);

        sessions.begin(request, response, officer.get().id());
        return new ModelAndView("redirect:" + to.value());
    }

    @GetMapping("/staff/enrol/{link}")
    ModelAndView invitation(@PathVariable String link, HttpSession session, HttpServletResponse response) {
        return makeKey(link, session, response, false);
    }

    @PostMapping("/staff/enrol/{link}")
    ModelAndView enrol(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String credential,
            HttpSession session,
            HttpServletResponse response) {
        var options = take(session, MAKE, PublicKeyCredentialCreationOptions.class);
        if (options.isEmpty()) return makeKey(link, session, response, true);

        return switch (enrolment.enrol(link, options.get(), credential)) {
            case Enrolled(var active) -> new ModelAndView("staff/enrolled", "page", new EnrolledPage(active));
            case NotAccepted() -> makeKey(link, session, response, true);
            case LinkOver() -> linkOver(response);
        };
    }

    private ModelAndView challenge(HttpSession session, LocalPath next, boolean refused) {
        var challenge = passkeys.challenge();
        session.setAttribute(SHOW, challenge);
        return new ModelAndView(
                "staff/sign-in", "page", new SignInPage(next.value(), passkeys.json(challenge), refused));
    }

    private ModelAndView makeKey(String link, HttpSession session, HttpServletResponse response, boolean refused) {
        var invited = enrolment.invited(link);
        if (invited.isEmpty()) return linkOver(response);

        var options = passkeys.newKey(invited.get().id());
        session.setAttribute(MAKE, options);
        return new ModelAndView(
                "staff/enrol", "page", new EnrolPage(link, invited.get().name(), passkeys.json(options), refused));
    }

    private static ModelAndView linkOver(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return new ModelAndView("staff/link-over");
    }

    private static <T> Optional<T> take(HttpSession session, String name, Class<T> type) {
        var value = session.getAttribute(name);
        session.removeAttribute(name);
        return Optional.ofNullable(value).map(type::cast);
    }
}
