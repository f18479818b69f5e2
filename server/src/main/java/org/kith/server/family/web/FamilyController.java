package org.kith.server.family.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.pack.programme.Families.Relation;
import org.kith.server.account.SignedInPerson;
import org.kith.server.family.Families;
import org.kith.server.family.FamilyCase;
import org.kith.server.family.FamilyResult.ChildAdded;
import org.kith.server.family.FamilyResult.Done;
import org.kith.server.family.FamilyResult.Full;
import org.kith.server.family.FamilyResult.InOneAlready;
import org.kith.server.family.FamilyResult.NotAChild;
import org.kith.server.family.FamilyResult.NotInProgramme;
import org.kith.server.family.Invitation;
import org.kith.server.family.InviteResult;
import org.kith.server.family.Inviting;
import org.kith.server.family.OfAge;
import org.kith.server.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A person's family: beginning it, taking children in, inviting adults, leaving.
@Controller
class FamilyController {
    private static final String FAMILY = "redirect:/family";

    private final FamilyCase cases;
    private final Families families;
    private final Inviting inviting;
    private final OfAge ofAge;
    private final Programme programme;
    private final FamilyPages pages;

    FamilyController(
            FamilyCase cases,
            Families families,
            Inviting inviting,
            OfAge ofAge,
            Programme programme,
            FamilyPages pages) {
        this.cases = cases;
        this.families = families;
        this.inviting = inviting;
        this.ofAge = ofAge;
        this.programme = programme;
        this.pages = pages;
    }

    @GetMapping("/family")
    ModelAndView family(@AuthenticationPrincipal SignedInPerson person) {
        return new ModelAndView("family/family", "page", pages.page(person.person(), Map.of()));
    }

    @PostMapping("/family/start")
    ModelAndView start(@RequestParam(defaultValue = "") String called, @AuthenticationPrincipal SignedInPerson person) {
        var name = Called.of(called);
        if (name.isEmpty()) {
            var page = pages.page(person.person(), Map.of("called", "family.fault.called"));
            return wrong(new ModelAndView("family/family", "page", page));
        }
        cases.start(person.person(), name.get());
        return new ModelAndView(FAMILY);
    }

    @PostMapping("/family/leave")
    String leave(@AuthenticationPrincipal SignedInPerson person) {
        cases.leave(person.person());
        return FAMILY;
    }

    @GetMapping("/family/child")
    ModelAndView child(@AuthenticationPrincipal SignedInPerson person) {
        if (families.of(person.person()).isEmpty() || !cases.mayTakeInChildren()) return new ModelAndView(FAMILY);
        return child(Map.of(), Map.of());
    }

    @PostMapping("/family/child")
    ModelAndView add(@RequestParam Map<String, String> form, @AuthenticationPrincipal SignedInPerson person) {
        var called = Called.of(form.getOrDefault("called", ""));
        var born = day(form);
        var faults = new LinkedHashMap<String, String>();
        if (called.isEmpty()) faults.put("called", "family.fault.called");
        if (born.isEmpty()) faults.put("born-day", "family.fault.born");
        if (!faults.isEmpty()) return wrong(child(form, faults));

        return switch (cases.addChild(person.person(), called.orElseThrow(), born.orElseThrow())) {
            case ChildAdded(var id) -> new ModelAndView(FAMILY + "/children/" + id.value());
            case NotAChild() -> wrong(child(form, Map.of("born-day", "family.fault.not-a-child")));
            case Full() -> wrong(child(form, Map.of("called", "family.fault.full")));
            case NotInProgramme(), InOneAlready(), Done() -> new ModelAndView(FAMILY);
        };
    }

    @GetMapping("/family/invite")
    ModelAndView invite(@AuthenticationPrincipal SignedInPerson person) {
        return families.of(person.person()).isEmpty() ? new ModelAndView(FAMILY) : invite(Map.of(), Map.of());
    }

    @PostMapping("/family/invite")
    ModelAndView invite(
            @RequestParam Map<String, String> form, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        var called = Called.of(form.getOrDefault("called", ""));
        var relation = relation(form.getOrDefault("relation", ""));
        var faults = new LinkedHashMap<String, String>();
        if (called.isEmpty()) faults.put("called", "family.fault.called");
        if (relation.isEmpty()) faults.put("relation", "family.fault.relation");
        if (!faults.isEmpty()) return wrong(invite(form, faults));

        var address = form.getOrDefault("address", "").strip();
        var result = inviting.member(person.person(), called.orElseThrow(), address, relation.orElseThrow(), language);
        return fault(result)
                .map(key -> wrong(invite(form, Map.of("address", key))))
                .orElseGet(() -> new ModelAndView(FAMILY));
    }

    @PostMapping("/family/invitations/{id}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedInPerson person) {
        inviting.takeBack(person.person(), new Invitation.Id(id));
        return from.equals("helpers") ? "redirect:/family/helpers" : FAMILY;
    }

    /// The key of what is wrong; empty once it is sent.
    static Optional<String> fault(InviteResult result) {
        return switch (result) {
            case InviteResult.Sent() -> Optional.empty();
            case InviteResult.NotAnAddress() -> Optional.of("family.fault.address");
            case InviteResult.OwnAddress() -> Optional.of("family.fault.own-address");
            case InviteResult.TooMany() -> Optional.of("family.fault.too-many");
            case InviteResult.Full() -> Optional.of("family.fault.full");
            case InviteResult.NotYours() -> Optional.of("family.fault.not-yours");
        };
    }

    static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView child(Map<String, String> form, Map<String, String> faults) {
        var adultAt = programme
                .current()
                .programme()
                .guardians()
                .map(rules -> rules.adultAt())
                .orElse(0);
        return new ModelAndView("family/child", "page", new ChildPage(adultAt, form, faults));
    }

    private ModelAndView invite(Map<String, String> form, Map<String, String> faults) {
        var relations = cases.relations().stream().map(Called::key).toList();
        return new ModelAndView("family/invite", "page", new InvitePage(relations, form, faults));
    }

    private static Optional<Relation> relation(String typed) {
        for (var each : Relation.values()) if (Called.key(each).equals(typed)) return Optional.of(each);
        return Optional.empty();
    }

    private Optional<LocalDate> day(Map<String, String> form) {
        try {
            var born = LocalDate.of(number(form, "born-year"), number(form, "born-month"), number(form, "born-day"));
            return Optional.of(born).filter(date -> date.isAfter(ofAge.today().minusYears(130)));
        } catch (DateTimeException | NumberFormatException noDay) {
            return Optional.empty();
        }
    }

    private static int number(Map<String, String> form, String field) {
        return Integer.parseInt(form.getOrDefault(field, "").strip());
    }
}
