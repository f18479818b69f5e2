package org.kith.server.family.web;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.family.AnswerResult;
import org.kith.server.family.AnswerResult.Accepted;
import org.kith.server.family.AnswerResult.Declined;
import org.kith.server.family.AnswerResult.ForAnother;
import org.kith.server.family.AnswerResult.Full;
import org.kith.server.family.AnswerResult.InOneAlready;
import org.kith.server.family.AnswerResult.Open;
import org.kith.server.family.AnswerResult.Over;
import org.kith.server.family.AnsweringInvitations;
import org.kith.server.family.Invitation;
import org.kith.server.family.Inviting;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where somebody answers an invitation. Its link says nothing to whoever is not signed in; the browser remembers which
/// invitation it was, never the link.
@Controller
class InvitedController {
    private static final String ASKED = "family.invitation";

    private final Inviting inviting;
    private final AnsweringInvitations answering;

    InvitedController(Inviting inviting, AnsweringInvitations answering) {
        this.inviting = inviting;
        this.answering = answering;
    }

    @Bean
    static OpenPaths invitationLinksAreOpen() {
        return OpenPaths.of("/family/invited/*");
    }

    @GetMapping("/family/invited/{link}")
    ModelAndView follow(@PathVariable String link, HttpSession session) {
        var found = inviting.follow(link);
        if (found.isEmpty()) return gone("family.invited.over", HttpStatus.GONE);

        session.setAttribute(ASKED, found.get().value().toString());
        return new ModelAndView("redirect:/family/invited");
    }

    @GetMapping("/family/invited")
    ModelAndView look(@AuthenticationPrincipal SignedInPerson person, HttpSession session) {
        return asked(session)
                .map(id -> shown(answering.look(id, person.person()), session))
                .orElseGet(() -> gone("family.invited.over", HttpStatus.GONE));
    }

    @PostMapping("/family/invited")
    ModelAndView answer(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String called,
            @AuthenticationPrincipal SignedInPerson person,
            HttpSession session) {
        var id = asked(session);
        if (id.isEmpty()) return gone("family.invited.over", HttpStatus.GONE);
        if (!answer.equals("accept")) return shown(answering.decline(id.get(), person.person()), session);

        var looked = answering.look(id.get(), person.person());
        var name = Called.of(called);
        if (looked instanceof Open(var invitation) && invitation.kind() == Invitation.Kind.MEMBER && name.isEmpty()) {
            return FamilyController.wrong(page(invitation, Map.of("called", "family.fault.called")));
        }
        return shown(answering.accept(id.get(), person.person(), name.orElse("")), session);
    }

    private ModelAndView shown(AnswerResult result, HttpSession session) {
        return switch (result) {
            case Open(var invitation) -> page(invitation, Map.of());
            case Accepted(var invitation) -> accepted(invitation, session);
            case Declined() -> {
                session.removeAttribute(ASKED);
                yield gone("family.invited.declined", HttpStatus.OK);
            }
            case Over() -> gone("family.invited.over", HttpStatus.GONE);
            case ForAnother() -> gone("family.invited.other", HttpStatus.FORBIDDEN);
            case InOneAlready() -> gone("family.invited.already", HttpStatus.CONFLICT);
            case Full() -> gone("family.invited.full", HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView accepted(Invitation invitation, HttpSession session) {
        session.removeAttribute(ASKED);
        return new ModelAndView(
                switch (invitation.kind()) {
                    case MEMBER -> "redirect:/family";
                    case GUARDIAN ->
                        "redirect:/family/children/"
                                + Objects.requireNonNull(invitation.child()).value() + "/consent";
                    case HELPER -> "redirect:/helping";
                });
    }

    private static ModelAndView page(Invitation invitation, Map<String, String> faults) {
        var words = invitation.words();
        var relation = words.relation();
        var page = new InvitedPage(
                "family.invited." + Called.key(invitation.kind()),
                words.by(),
                relation == null ? null : "family.relation." + Called.key(relation),
                scope(words.scope()),
                words.called(),
                faults);
        return new ModelAndView("family/invited", "page", page);
    }

    static List<String> scope(Invitation.Scope scope) {
        var keys = new ArrayList<String>();
        if (scope.answers()) keys.add("family.helpers.answers");
        if (scope.papers()) keys.add("family.helpers.papers");
        if (scope.messages()) keys.add("family.helpers.messages");
        return keys;
    }

    private static ModelAndView gone(String key, HttpStatus status) {
        var page = new ModelAndView("family/said", "page", new SaidPage(key, "/home"));
        page.setStatus(status);
        return page;
    }

    private static Optional<Invitation.Id> asked(HttpSession session) {
        return session.getAttribute(ASKED) instanceof String id
                ? Optional.of(new Invitation.Id(UUID.fromString(id)))
                : Optional.empty();
    }
}
