package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.visit.VisitKind.During;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.VisitKind;
import org.kith.server.centre.Visits;
import org.kith.server.portal.web.ComingPage.Choice;
import org.kith.server.programme.Programme;
import org.kith.server.site.OpenPaths;
import org.kith.server.talk.TalkRules;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What one can come to a centre for after being identified. **What a talk is about and how it is marked may be read by
/// anyone, without signing in.**
@Controller
class TalkController {
    private final Applications applications;
    private final Bookings bookings;
    private final Visits visits;
    private final TalkRules rules;
    private final TalkPages pages;
    private final Programme programme;

    TalkController(
            Applications applications,
            Bookings bookings,
            Visits visits,
            TalkRules rules,
            TalkPages pages,
            Programme programme) {
        this.applications = applications;
        this.bookings = bookings;
        this.visits = visits;
        this.rules = rules;
        this.pages = pages;
        this.programme = programme;
    }

    @Bean
    static OpenPaths talksArePublished() {
        return OpenPaths.of("/talk");
    }

    @GetMapping("/talk")
    ModelAndView talk(@AuthenticationPrincipal @Nullable Object signedIn, Locale language) {
        var application = signedIn instanceof SignedInPerson person && !person.limited()
                ? applications.openOf(person.person())
                : Optional.<Application>empty();
        var pack = application.map(each -> programme.version(each.pack())).orElseGet(programme::current);
        return pages.of(pack, application, language)
                .map(page -> new ModelAndView("portal/talk", "page", page))
                .orElseGet(() -> new ModelAndView("redirect:/"));
    }

    @GetMapping("/visit/kinds")
    ModelAndView kinds(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var application = applications.openOf(person.person());
        if (application.flatMap(each -> bookings.openOf(each.id())).isPresent())
            return new ModelAndView("redirect:/visit");
        var kinds = application.map(visits::kinds).orElse(List.of());
        if (kinds.isEmpty()) return new ModelAndView("redirect:/home");

        var choices = kinds.stream()
                .map(kind -> choice(kind, application.orElseThrow(), language))
                .toList();
        return new ModelAndView("portal/coming", "page", new ComingPage(choices));
    }

    @PostMapping("/visit/kinds")
    String choose(@RequestParam(defaultValue = "") String kind, @AuthenticationPrincipal SignedInPerson person) {
        var application = applications.openOf(person.person());
        var chosen = application.stream()
                .flatMap(each -> visits.kinds(each).stream())
                .filter(each -> each.name().equals(kind))
                .findFirst();
        if (chosen.isEmpty()) return "redirect:/visit/kinds";

        if (chosen.get() != VisitKind.IDENTITY)
            visits.choose(application.orElseThrow().id(), chosen.get());
        return "redirect:/visit";
    }

    private Choice choice(VisitKind kind, Application application, Locale language) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().in(language.toLanguageTag());
        var during = application.stage() == Stage.APPROVED ? During.WITH_CARD : During.WAITING;
        var published = switch (kind) {
            case IDENTITY -> Optional.of(pack.visits().identity());
            case TALK -> rules.of(application);
            case PLAIN -> pack.visits().plain(during);
            case HEARING -> Optional.<org.kith.pack.visit.VisitKind>empty();
        };
        return published
                .map(visit -> new Choice(
                        kind,
                        texts.text(visit.titleKey()),
                        visit.minutes().single(),
                        visit.bring().stream()
                                .map(each -> texts.text(visit.bringKey(each)))
                                .toList()))
                .orElseGet(() -> new Choice(kind, "", 0, List.of()));
    }
}
