package org.kith.server.admin.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.server.centre.Centres;
import org.kith.server.staff.Invitation;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.kith.server.staff.Staff;
import org.kith.server.staff.StaffResult;
import org.kith.server.staff.StaffResult.Done;
import org.kith.server.staff.StaffResult.LastManager;
import org.kith.server.staff.StaffResult.Linked;
import org.kith.server.staff.StaffResult.ManagerExists;
import org.kith.server.staff.StaffResult.NotNow;
import org.kith.server.staff.StaffResult.SecondPersonNeeded;
import org.kith.server.staff.UnitId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Who works here: invite, confirm, disable.
@Controller
@PreAuthorize("hasRole('MANAGER')")
class StaffRegisterController {
    private final Officers officers;
    private final Staff staff;
    private final Centres centres;

    StaffRegisterController(Officers officers, Staff staff, Centres centres) {
        this.officers = officers;
        this.staff = staff;
        this.centres = centres;
    }

    @GetMapping("/admin/staff")
    ModelAndView register(@AuthenticationPrincipal Officer manager) {
        return page(manager, Optional.empty());
    }

    @GetMapping("/admin/staff/invite")
    ModelAndView form() {
        return new ModelAndView("admin/invite", "page", new InvitePage("", Set.of(), "", places(), false));
    }

    @PostMapping("/admin/staff/invite")
    ModelAndView invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String place,
            @AuthenticationPrincipal Officer manager) {
        var form = new InvitePage(name, rolesOf(roles), place, places(), true);
        if (form.isWrong()) return new ModelAndView("admin/invite", "page", form);

        var unit = form.isKnown(place) ? new UnitId(UUID.fromString(place)) : null;
        return show(staff.invite(new Invitation(name, form.chosen(), unit), manager), manager);
    }

    @PostMapping("/admin/staff/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, @AuthenticationPrincipal Officer manager) {
        return show(staff.confirm(new OfficerId(id), manager), manager);
    }

    @GetMapping("/admin/staff/{id}/disable")
    ModelAndView askDisable(@PathVariable UUID id, @AuthenticationPrincipal Officer manager) {
        return officers.find(new OfficerId(id))
                .map(entry -> new ModelAndView("admin/disable", "page", new DisablePage(id.toString(), entry.name())))
                .orElseGet(() -> show(new NotNow(), manager));
    }

    @PostMapping("/admin/staff/{id}/disable")
    ModelAndView disable(@PathVariable UUID id, @AuthenticationPrincipal Officer manager) {
        return show(staff.disable(new OfficerId(id), manager), manager);
    }

    @PostMapping("/admin/staff/{id}/re-enrol")
    ModelAndView askReenrolment(@PathVariable UUID id, @AuthenticationPrincipal Officer manager) {
        return show(staff.askReenrolment(new OfficerId(id), manager), manager);
    }

    private ModelAndView show(StaffResult result, Officer manager) {
        return switch (result) {
            case Done() -> new ModelAndView("redirect:/admin/staff");
            case Linked(var id, var link) ->
                new ModelAndView(
                        "admin/enrolment-link",
                        "page",
                        new EnrolmentLinkPage(officers.find(id).orElseThrow(), link.address()));
            case SecondPersonNeeded() -> page(manager, Optional.of("admin.staff.secondPerson"));
            case LastManager() -> page(manager, Optional.of("admin.staff.lastManager"));
            case ManagerExists(), NotNow() -> page(manager, Optional.of("admin.staff.notNow"));
        };
    }

    private ModelAndView page(Officer manager, Optional<String> refusal) {
        return new ModelAndView(
                "admin/staff", "page", StaffPage.of(officers.all(), manager.id(), places(), refusal.orElse("")));
    }

    private List<InvitePage.Place> places() {
        return centres.open().stream().map(InvitePage.Place::of).toList();
    }

    private static Set<Role> rolesOf(List<String> names) {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
