package org.kith.server.admin.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.server.admin.web.AbilityPage.Choice;
import org.kith.server.decision.Abilities;
import org.kith.server.decision.Abilities.Ability;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an officer is able to decide, as their manager says.
@Controller
@PreAuthorize("hasRole('MANAGER')")
class AbilityController {
    private final Officers officers;
    private final Abilities abilities;
    private final Programme programme;

    AbilityController(Officers officers, Abilities abilities, Programme programme) {
        this.officers = officers;
        this.abilities = abilities;
        this.programme = programme;
    }

    @GetMapping("/admin/staff/{id}/abilities")
    ModelAndView page(@PathVariable UUID id) {
        var officer = officers.find(new OfficerId(id)).filter(AbilityController::decides);
        if (officer.isEmpty()) return new ModelAndView("redirect:/admin/staff");

        var ability = abilities.of(officer.get().id());
        return new ModelAndView(
                "admin/ability",
                "page",
                new AbilityPage(
                        id.toString(),
                        officer.get().name(),
                        languages(),
                        ability.languages(),
                        grounds(),
                        ability.grounds()));
    }

    /// What the programme does not have is left out.
    @PostMapping("/admin/staff/{id}/abilities")
    String set(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> languages,
            @RequestParam(defaultValue = "") List<String> grounds,
            @AuthenticationPrincipal Officer manager) {
        var officer = officers.find(new OfficerId(id)).filter(AbilityController::decides);
        if (officer.isPresent()) {
            abilities.set(
                    officer.get().id(), new Ability(known(languages, languages()), known(grounds, grounds())), manager);
        }
        return "redirect:/admin/staff";
    }

    private static Set<String> known(List<String> chosen, List<Choice> choices) {
        return choices.stream().map(Choice::code).filter(chosen::contains).collect(Collectors.toUnmodifiableSet());
    }

    private List<Choice> languages() {
        return programme.languages().stream()
                .map(each -> new Choice(each.toLanguageTag(), each.getDisplayLanguage(Locale.ENGLISH)))
                .toList();
    }

    private List<Choice> grounds() {
        var texts = programme.current().messages().in(Locale.ENGLISH.toLanguageTag());
        return programme.current().eligibility().grounds().stream()
                .map(each -> new Choice(each.id(), texts.text("ground." + each.id() + ".title")))
                .toList();
    }

    private static boolean decides(OfficerEntry officer) {
        return officer.roles().contains(Role.CASEWORKER);
    }
}
