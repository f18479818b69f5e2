package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.family.Helper;
import org.kith.server.family.Helper.What;
import org.kith.server.family.Helpers;
import org.kith.server.identity.DocumentId;
import org.kith.server.identity.Papers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What a helper reads. There is nothing here to press: no form, no button.
@Controller
class HelpingController {
    private final Helpers helpers;
    private final HelpingPages pages;
    private final Applications applications;
    private final Papers papers;

    HelpingController(Helpers helpers, HelpingPages pages, Applications applications, Papers papers) {
        this.helpers = helpers;
        this.pages = pages;
        this.applications = applications;
        this.papers = papers;
    }

    @GetMapping("/helping")
    ModelAndView people(@AuthenticationPrincipal SignedInPerson person) {
        var rows = helpers.helpedBy(person.person()).stream()
                .map(helper -> new HelpingPage.Row(helper.id().value().toString(), helper.by(), scope(helper)))
                .toList();
        return new ModelAndView("portal/helping", "page", new HelpingPage(rows));
    }

    @GetMapping("/helping/{id}/answers")
    ModelAndView answers(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        return shown(id, person, What.ANSWERS, helper -> pages.answers(helper, language));
    }

    @GetMapping("/helping/{id}/papers")
    ModelAndView papers(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        return shown(id, person, What.PAPERS, helper -> pages.papers(helper, language));
    }

    @GetMapping("/helping/{id}/messages")
    ModelAndView messages(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        return shown(id, person, What.MESSAGES, helper -> pages.messages(helper, language));
    }

    @GetMapping("/helping/{id}/papers/{document}/{page}")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id,
            @PathVariable UUID document,
            @PathVariable int page,
            @AuthenticationPrincipal SignedInPerson person) {
        return helpers.open(new Helper.Id(id), person.person(), What.PAPERS)
                .flatMap(this::application)
                .flatMap(application -> papers.own(application, new DocumentId(document), page))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ModelAndView shown(UUID id, SignedInPerson person, What what, Function<Helper, HelpedPage> made) {
        var helper = helpers.open(new Helper.Id(id), person.person(), what);
        if (helper.isEmpty()) {
            var gone = new ModelAndView("portal/helping-over");
            gone.setStatus(HttpStatus.FORBIDDEN);
            return gone;
        }
        return new ModelAndView("portal/helped", "page", made.apply(helper.get()));
    }

    private Optional<Application> application(Helper helper) {
        return applications.openOf(helper.owner());
    }

    private static List<String> scope(Helper helper) {
        return List.of(What.values()).stream()
                .filter(helper::mayRead)
                .map(what -> what.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
