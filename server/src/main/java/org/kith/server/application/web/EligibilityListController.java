package org.kith.server.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;
import org.kith.server.application.Drafting;
import org.kith.server.application.ListDrafting;
import org.kith.server.application.PassingAnswers;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One of a list in the check without an account, on a page of its own.
@Controller
@RequestMapping("/eligibility/{pageId}/{group}")
class EligibilityListController {
    private final PassingAnswers passing;
    private final EligibilityPages pages;
    private final Programme programme;
    private final Drafting drafting;

    EligibilityListController(PassingAnswers passing, EligibilityPages pages, Programme programme, Drafting drafting) {
        this.passing = passing;
        this.pages = pages;
        this.programme = programme;
        this.drafting = drafting;
    }

    /// A list and where it is asked for.
    private record Place(Page page, Question group) {}

    @GetMapping("/{item}")
    ModelAndView show(
            @PathVariable String pageId,
            @PathVariable String group,
            @PathVariable String item,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            Locale language) {
        var answers = PassingTicket.answers(passing, ticket);
        var place = find(pageId, group, answers).orElse(null);
        var known = place == null ? null : known(place, item, answers);
        if (place == null || (known == null && !item.equals(ListController.NEW))) return page(pageId);
        if (known == null && isFull(place, answers)) return page(pageId);

        var id = known == null ? UUID.randomUUID().toString().substring(0, 8) : item;
        return pages.item(
                place.page(), place.group(), id, answers, FormValues.of(place.group(), known), List.of(), language);
    }

    @PostMapping("/{item}")
    ModelAndView save(
            @PathVariable String pageId,
            @PathVariable String group,
            @PathVariable String item,
            @RequestParam Map<String, String> form,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var answers = PassingTicket.answers(passing, ticket);
        var place = find(pageId, group, answers).orElse(null);
        if (place == null || !ListController.isItem(item)) return page(pageId);

        var checked = programme.current().questions().checkItem(place.group(), form, drafting.today());
        if (!checked.refused().isEmpty()) {
            return pages.item(place.page(), place.group(), item, answers, form, checked.refused(), language);
        }
        var list = ListDrafting.list(place.group(), answers).with(new Value.Item(item, checked.accepted()));
        if (list.items().size() > place.group().group().orElseThrow().most()) return page(pageId);
        passing.keep(PassingTicket.given(passing, ticket, request, response), answers.with(group, list));
        return page(pageId);
    }

    @PostMapping("/{item}/remove")
    ModelAndView remove(
            @PathVariable String pageId,
            @PathVariable String group,
            @PathVariable String item,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket) {
        var answers = PassingTicket.answers(passing, ticket);
        if (ticket != null
                && find(pageId, group, answers)
                        .filter(place -> known(place, item, answers) != null)
                        .isPresent()) {
            var list = answers.to(group, Value.Group.class).orElse(Value.Group.EMPTY);
            passing.keep(ticket, answers.with(group, list.without(item)));
        }
        return page(pageId);
    }

    private Optional<Place> find(String pageId, String group, Answers answers) {
        return pages.find(pageId, answers)
                .flatMap(page -> page.questions().stream()
                        .filter(question ->
                                question.group().isPresent() && question.id().equals(group))
                        .findFirst()
                        .map(question -> new Place(page, question)));
    }

    private static boolean isFull(Place place, Answers answers) {
        return ListDrafting.isFull(place.group(), ListDrafting.list(place.group(), answers));
    }

    private static Value.@Nullable Item known(Place place, String item, Answers answers) {
        return ListDrafting.list(place.group(), answers).find(item).orElse(null);
    }

    private static ModelAndView page(String id) {
        return new ModelAndView("redirect:/eligibility/" + id);
    }
}
