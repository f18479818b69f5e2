package org.kith.server.family.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.family.Helper;
import org.kith.server.family.Helpers;
import org.kith.server.family.Invitation.Kind;
import org.kith.server.family.Invitation.Scope;
import org.kith.server.family.Inviting;
import org.kith.server.vault.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who may read along with a person: asking, seeing when they looked, removing.
@Controller
class HelpersController {
    private static final List<String> SCOPES = List.of("answers", "papers", "messages");

    private final Helpers helpers;
    private final Inviting inviting;
    private final FamilyPages pages;

    HelpersController(Helpers helpers, Inviting inviting, FamilyPages pages) {
        this.helpers = helpers;
        this.inviting = inviting;
        this.pages = pages;
    }

    @GetMapping("/family/helpers")
    ModelAndView helpers(@AuthenticationPrincipal SignedInPerson person) {
        return page(person.person(), Map.of(), Map.of());
    }

    @PostMapping("/family/helpers")
    ModelAndView invite(
            @RequestParam Map<String, String> form, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        var called = Called.of(form.getOrDefault("called", ""));
        var by = Called.of(form.getOrDefault("by", ""));
        var scope = new Scope(form.containsKey("answers"), form.containsKey("papers"), form.containsKey("messages"));
        var faults = new LinkedHashMap<String, String>();
        if (called.isEmpty()) faults.put("called", "family.fault.called");
        if (by.isEmpty()) faults.put("by", "family.fault.called");
        if (scope.isEmpty()) faults.put("answers", "family.fault.scope");
        if (!faults.isEmpty()) return FamilyController.wrong(page(person.person(), form, faults));

        var address = form.getOrDefault("address", "").strip();
        var result = inviting.helper(person.person(), called.orElseThrow(), address, by.orElseThrow(), scope, language);
        return FamilyController.fault(result)
                .map(key -> FamilyController.wrong(page(person.person(), form, Map.of("address", key))))
                .orElseGet(() -> new ModelAndView("redirect:/family/helpers"));
    }

    @PostMapping("/family/helpers/{id}/remove")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        helpers.remove(person.person(), new Helper.Id(id));
        return "redirect:/family/helpers";
    }

    private ModelAndView page(PersonId person, Map<String, String> form, Map<String, String> faults) {
        var rows = helpers.of(person).stream()
                .map(helper -> new HelpersPage.Row(
                        helper.id().value().toString(),
                        helper.called(),
                        InvitedController.scope(helper.scope()),
                        helper.looks()))
                .toList();
        var page = new HelpersPage(rows, pages.sent(person, Kind.HELPER), SCOPES, form, faults);
        return new ModelAndView("family/helpers", "page", page);
    }
}
