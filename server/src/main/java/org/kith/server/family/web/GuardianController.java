package org.kith.server.family.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.web.PersonSessions;
import org.kith.server.family.Consent;
import org.kith.server.family.Consent.Voice;
import org.kith.server.family.Families;
import org.kith.server.family.GuardianConsent;
import org.kith.server.family.Guardianship;
import org.kith.server.family.Inviting;
import org.kith.server.family.Member;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A child's guardians: filling in for the child, and each one's own word.
@Controller
class GuardianController {
    private final GuardianConsent consent;
    private final Guardianship guardianship;
    private final Families families;
    private final Inviting inviting;
    private final Programme programme;
    private final PersonSessions sessions;

    GuardianController(
            GuardianConsent consent,
            Guardianship guardianship,
            Families families,
            Inviting inviting,
            Programme programme,
            PersonSessions sessions) {
        this.consent = consent;
        this.guardianship = guardianship;
        this.families = families;
        this.inviting = inviting;
        this.programme = programme;
        this.sessions = sessions;
    }

    @GetMapping("/family/children/{id}")
    ModelAndView guardians(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        return page(id, person, Map.of(), Map.of(), language);
    }

    @PostMapping("/family/children/{id}/act")
    String act(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var child = new PersonId(id);
        if (guardianship.called(person.person(), child).isEmpty()) return "redirect:/family";

        sessions.actFor(request, response, child);
        return "redirect:/home";
    }

    @PostMapping("/family/myself")
    String myself(HttpServletRequest request, HttpServletResponse response) {
        sessions.actForThemselves(request, response);
        return "redirect:/family";
    }

    @GetMapping("/family/acting")
    ModelAndView acting(@AuthenticationPrincipal SignedInPerson person) {
        var key = person.actingFor().isEmpty() ? "family.acting.over" : "family.acting.not";
        return new ModelAndView("family/acting", "page", new SaidPage(key, "/family/myself"));
    }

    @PostMapping("/family/children/{id}/guardian")
    ModelAndView invite(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var address = form.getOrDefault("address", "").strip();
        var result = inviting.guardian(person.person(), new PersonId(id), address, address, language);
        return FamilyController.fault(result)
                .map(key -> FamilyController.wrong(page(id, person, form, Map.of("address", key), language)))
                .orElseGet(() -> new ModelAndView("redirect:/family"));
    }

    @PostMapping("/family/children/{id}/exception")
    ModelAndView claim(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String exception,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        return consent.claim(person.person(), new PersonId(id), exception)
                ? new ModelAndView("redirect:/family/children/" + id)
                : FamilyController.wrong(
                        page(id, person, Map.of(), Map.of("exception", "family.fault.exception"), language));
    }

    @GetMapping("/family/children/{id}/consent")
    ModelAndView consent(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return signing(id, person, Map.of());
    }

    @PostMapping("/family/children/{id}/consent")
    ModelAndView sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String word,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        if (!List.of("yes", "no").contains(word)) {
            return FamilyController.wrong(signing(id, person, Map.of("word", "family.consent.fault")));
        }
        consent.say(person.person(), new PersonId(id), word.equals("yes"), language);
        return new ModelAndView("redirect:/family/children/" + id + "/consent");
    }

    private ModelAndView signing(UUID id, SignedInPerson person, Map<String, String> faults) {
        var child = new PersonId(id);
        if (!consent.hasAWord(person.person(), child)) {
            return new ModelAndView("family/said", "page", new SaidPage("family.consent.over", "/family"));
        }
        var own = consent.of(child).orElseThrow().voices().stream()
                .filter(voice -> voice.guardian().equals(person.person()))
                .findFirst()
                .orElseThrow();
        var page =
                new ConsentPage(id.toString(), member(child).called(), own.said(), day(own.at()), own.acts(), faults);
        return new ModelAndView("family/consent", "page", page);
    }

    /// Another's child looks like none at all.
    private ModelAndView page(
            UUID id, SignedInPerson person, Map<String, String> form, Map<String, String> faults, Locale language) {
        var child = new PersonId(id);
        if (guardianship.called(person.person(), child).isEmpty()) throw missing();

        var standing = consent.of(child).orElseThrow(GuardianController::missing);
        var texts = programme.texts(language);
        var evidence = programme.current().evidence();
        var exceptions = consent.exceptions().stream()
                .map(each -> new GuardiansPage.Choice(
                        each.id(),
                        texts.text(each.titleKey()),
                        each.anyOf().stream()
                                .flatMap(code -> evidence.find(code).stream())
                                .map(paper -> texts.text(paper.titleKey()))
                                .toList()))
                .toList();
        var page = new GuardiansPage(
                id.toString(),
                member(child).called(),
                standing.all(),
                standing.voices().stream().map(voice -> voice(voice, person)).toList(),
                standing.all() ? exceptions : List.of(),
                standing.exception().map(Consent.Exempt::id).orElse(null),
                standing.exception().map(GuardianController::judged).orElse(""),
                form,
                faults);
        return new ModelAndView("family/guardians", "page", page);
    }

    private static String judged(Consent.Exempt claimed) {
        var shown = claimed.shown();
        if (shown == null) return "family.guardians.exception.open";
        return shown ? "family.guardians.exception.shown" : "family.guardians.exception.not";
    }

    private static GuardiansPage.Voice voice(Voice voice, SignedInPerson person) {
        var key = voice.isYes() ? "yes" : voice.isNo() ? "no" : "none";
        return new GuardiansPage.Voice(
                voice.guardian().equals(person.person()),
                "family.guardians." + key,
                day(voice.at()),
                voice.isYes() ? "govuk-tag--green" : "govuk-tag--yellow");
    }

    private Member member(PersonId child) {
        return families.member(child).orElseThrow(GuardianController::missing);
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return Optional.ofNullable(at)
                .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
                .orElse(null);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
