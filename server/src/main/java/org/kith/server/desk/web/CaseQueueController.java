package org.kith.server.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kith.server.decision.CaseLists;
import org.kith.server.decision.CaseLists.Part;
import org.kith.server.decision.CaseLists.Wanted;
import org.kith.server.decision.CaseworkRules;
import org.kith.server.decision.ListPlace;
import org.kith.server.desk.web.CaseQueuePage.Filter;
import org.kith.server.desk.web.CaseQueuePage.Ground;
import org.kith.server.desk.web.CaseQueuePage.Section;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// What waits for officers.
@Controller
class CaseQueueController {
    private static final int SHOWN = 25;
    /// How many cases a page opens at most to find a ground, or what is missing, among them.
    private static final int SEARCHED = 100;

    private final CaseLists lists;
    private final CaseQueueRows rows;
    private final CaseworkRules rules;
    private final Programme programme;
    private final Clock clock;

    CaseQueueController(CaseLists lists, CaseQueueRows rows, CaseworkRules rules, Programme programme, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.rules = rules;
        this.programme = programme;
        this.clock = clock;
    }

    /// The room an officer works in first.
    @GetMapping("/desk")
    String desk(@AuthenticationPrincipal Officer officer) {
        if (officer.is(Role.REGISTRAR)) return "redirect:/desk/today";
        if (officer.is(Role.CASEWORKER)) return "redirect:/desk/cases";
        if (officer.is(Role.APPEALS)) return "redirect:/desk/appeals";
        return officer.is(Role.SUPERVISOR) ? "redirect:/desk/signatures" : "redirect:/staff";
    }

    @GetMapping("/desk/cases")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
    ModelAndView queue(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "0") String older,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Officer officer) {
        var parts = parts(officer);
        var one = parts.stream()
                .filter(each -> slug(each).equals(part))
                .findFirst()
                .orElse(null);
        var filter = one == null ? filter("", "0", "", "") : filter(language, older, ground, missing);
        var shown = one == null ? first(officer) : List.of(one);
        var sections = new ArrayList<Section>();
        for (var each : shown)
            sections.add(section(each, officer, filter, one == null ? ListPlace.FIRST : ListPlace.parse(after)));
        return new ModelAndView(
                "desk/case-queue",
                "page",
                new CaseQueuePage(
                        sections,
                        one,
                        parts,
                        filter,
                        officer.is(Role.CASEWORKER),
                        officer.is(Role.CASEWORKER) && !rules.atRandom(),
                        rules.idleDays()));
    }

    /// What an officer may look through. Where cases are given out, a caseworker sees those they were given.
    private List<Part> parts(Officer officer) {
        var all = EnumSet.allOf(Part.class);
        if (!officer.is(Role.CASEWORKER)) all.remove(Part.MINE);
        if (!officer.is(Role.SUPERVISOR) && rules.atRandom()) all.retainAll(Set.of(Part.MINE));
        return List.copyOf(all);
    }

    /// What they see first.
    private List<Part> first(Officer officer) {
        var parts = parts(officer);
        var first = officer.is(Role.SUPERVISOR)
                ? List.of(Part.ESCALATED, Part.MINE, Part.LEFT, Part.WAITING)
                : List.of(Part.MINE, Part.WAITING, Part.LEFT);
        return first.stream().filter(parts::contains).toList();
    }

    private Section section(Part part, Officer officer, Filter filter, ListPlace after) {
        var language = filter.language().isEmpty() ? null : filter.language();
        var before = filter.older() == 0 ? null : clock.instant().minus(Duration.ofDays(filter.older()));
        var looked = filter.ground().isEmpty() && filter.missing().isEmpty() ? SHOWN : SEARCHED;
        var lines = lists.of(part, officer.id(), new Wanted(language, before, after), looked + 1);
        var page = lines.size() > looked ? lines.subList(0, looked) : lines;
        var found = rows.of(page, filter);
        // The list of what was left has no second page: it shortens as somebody sees to it.
        var more = lines.size() > looked && part != Part.LEFT;
        return new Section(part, found, more ? next(part, filter, page.getLast().place()) : "");
    }

    private static String next(Part part, Filter filter, ListPlace last) {
        var address = UriComponentsBuilder.fromPath("/desk/cases").queryParam("part", slug(part));
        if (!filter.language().isEmpty()) address.queryParam("language", filter.language());
        if (filter.older() != 0) address.queryParam("older", filter.older());
        if (!filter.ground().isEmpty()) address.queryParam("ground", filter.ground());
        if (!filter.missing().isEmpty()) address.queryParam("missing", filter.missing());
        return address.queryParam("after", last.text()).encode().toUriString();
    }

    /// What is not there to choose is as if nothing had been chosen.
    private Filter filter(String language, String older, String ground, String missing) {
        var languages = programme.languages();
        var texts = programme.current().messages().in(Locale.ENGLISH.toLanguageTag());
        var grounds = programme.current().eligibility().grounds().stream()
                .map(each -> new Ground(each.id(), texts.text("ground." + each.id() + ".title")))
                .toList();
        return new Filter(
                languages.stream().anyMatch(each -> each.toLanguageTag().equals(language)) ? language : "",
                Filter.AGES.stream()
                        .filter(days -> days.toString().equals(older))
                        .findFirst()
                        .orElse(0),
                grounds.stream().anyMatch(each -> each.code().equals(ground)) ? ground : "",
                CaseQueueRows.MAY_MISS.stream().anyMatch(each -> each.name().equals(missing)) ? missing : "",
                languages,
                grounds,
                CaseQueueRows.MAY_MISS);
    }

    static String slug(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
