package org.kith.server.admin.web;

import org.kith.server.rollout.Invitations;
import org.kith.server.staff.Officer;
import org.kith.server.vault.CountryCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Makes invitation codes and shows them, once.
@Controller
@PreAuthorize("hasRole('MANAGER')")
class CodesController {
    private final Invitations invitations;
    private final NamedCountries names;

    CodesController(Invitations invitations, NamedCountries names) {
        this.invitations = invitations;
        this.names = names;
    }

    @GetMapping("/admin/rollout/codes")
    ModelAndView form() {
        return shown(new CodesPage(names.all(), "", "", invitations.mostABatch(), false));
    }

    @PostMapping("/admin/rollout/codes")
    ModelAndView make(
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String count,
            @AuthenticationPrincipal Officer manager) {
        var page = new CodesPage(names.all(), country, count, invitations.mostABatch(), true);
        if (page.noCountry() || page.noCount()) return shown(page);

        var code = new CountryCode(country);
        var batch = invitations.make(code, Integer.parseInt(count.strip()), manager);
        return new ModelAndView(
                "admin/codes-made", "page", new CodesMadePage(names.of(code), batch.codes(), batch.until()));
    }

    private static ModelAndView shown(CodesPage page) {
        return new ModelAndView("admin/codes", "page", page);
    }
}
