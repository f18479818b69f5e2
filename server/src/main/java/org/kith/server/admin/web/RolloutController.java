package org.kith.server.admin.web;

import java.util.List;
import java.util.UUID;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.pack.question.Countries.Named;
import org.kith.server.admin.web.RolloutPage.Form;
import org.kith.server.admin.web.RolloutPage.Line;
import org.kith.server.admin.web.RolloutPage.Waiting;
import org.kith.server.programme.Programme;
import org.kith.server.rollout.Countries;
import org.kith.server.rollout.CountryState;
import org.kith.server.rollout.PhaseChange;
import org.kith.server.rollout.PhaseChangeResult;
import org.kith.server.rollout.PhaseChangeResult.AnotherWaits;
import org.kith.server.rollout.PhaseChangeResult.Changed;
import org.kith.server.rollout.PhaseChangeResult.Dropped;
import org.kith.server.rollout.PhaseChangeResult.NothingNew;
import org.kith.server.rollout.PhaseChangeResult.NothingWaits;
import org.kith.server.rollout.PhaseChangeResult.Proposed;
import org.kith.server.rollout.PhaseChangeResult.SecondPersonNeeded;
import org.kith.server.rollout.WaitingList;
import org.kith.server.staff.Officer;
import org.kith.server.vault.CountryCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Which countries are open: one manager proposes, another agrees.
@Controller
@PreAuthorize("hasRole('MANAGER')")
class RolloutController {
    private final Countries countries;
    private final PhaseChange changes;
    private final WaitingList waiting;
    private final Programme programme;
    private final NamedCountries names;

    RolloutController(
            Countries countries, PhaseChange changes, WaitingList waiting, Programme programme, NamedCountries names) {
        this.countries = countries;
        this.changes = changes;
        this.waiting = waiting;
        this.programme = programme;
        this.names = names;
    }

    @GetMapping("/admin/rollout")
    ModelAndView rollout(@AuthenticationPrincipal Officer manager) {
        return shown(page(manager, Form.EMPTY, ""));
    }

    @PostMapping("/admin/rollout/propose")
    ModelAndView propose(
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String quota,
            @AuthenticationPrincipal Officer manager) {
        var page = page(manager, new Form(country, phase, quota, true), "");
        if (page.isWrong()) return shown(page);

        var wanted = new CountryState(
                new CountryCode(country), Phase.valueOf(phase), page.form().limit());
        return show(changes.propose(wanted, manager), manager);
    }

    @PostMapping("/admin/rollout/{id}/agree")
    ModelAndView agree(@PathVariable UUID id, @AuthenticationPrincipal Officer manager) {
        return show(changes.agree(id, manager), manager);
    }

    @PostMapping("/admin/rollout/{id}/drop")
    ModelAndView drop(@PathVariable UUID id, @AuthenticationPrincipal Officer manager) {
        return show(changes.drop(id, manager), manager);
    }

    private ModelAndView show(PhaseChangeResult result, Officer manager) {
        return switch (result) {
            case Proposed(), Changed(), Dropped() -> new ModelAndView("redirect:/admin/rollout");
            case NothingNew() -> refused(manager, "admin.rollout.nothing-new");
            case AnotherWaits() -> refused(manager, "admin.rollout.another-waits");
            case SecondPersonNeeded() -> refused(manager, "admin.rollout.second-person");
            case NothingWaits() -> refused(manager, "admin.rollout.nothing-waits");
        };
    }

    private ModelAndView refused(Officer manager, String refusal) {
        return shown(page(manager, Form.EMPTY, refusal));
    }

    private static ModelAndView shown(RolloutPage page) {
        return new ModelAndView("admin/rollout", "page", page);
    }

    private RolloutPage page(Officer manager, Form form, String refusal) {
        var lines = countries.listed().stream()
                .map(state -> new Line(
                        names.of(state.country()),
                        state.phase(),
                        state.quotaADay(),
                        countries.takenToday(state.country()),
                        waiting.count(state.country())))
                .toList();
        var proposals = changes.waiting().stream()
                .map(proposal -> new Waiting(
                        proposal.id().toString(),
                        names.of(proposal.wanted().country()),
                        proposal.wanted().phase(),
                        proposal.wanted().quotaADay(),
                        proposal.first().equals(manager.id())))
                .toList();
        List<Named> all = names.all();
        return new RolloutPage(lines, programme.current().rollout().elsewhere(), proposals, all, form, refusal);
    }
}
