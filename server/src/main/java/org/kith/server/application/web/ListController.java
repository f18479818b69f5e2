package org.kith.server.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Question;
import org.kith.pack.question.Value;
import org.kith.server.account.HeldForms;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Drafting;
import org.kith.server.application.ListDrafting;
import org.kith.server.application.Saving.ChangedElsewhere;
import org.kith.server.application.Saving.NotADraft;
import org.kith.server.application.Saving.PartlySaved;
import org.kith.server.application.Saving.Saved;
import org.kith.server.application.web.DraftPages.Place;
import org.kith.server.application.web.QuestionPages.Shown;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One of a list, such as a child, on a page of its own.
@Controller
@RequestMapping("/apply/questions/{pageId}/{group}")
class ListController {
    static final String NEW = "new";
    private static final String ITEM = "[a-z0-9]{1,12}";

    private final DraftPages places;
    private final QuestionPages pages;
    private final Drafting drafting;
    private final ListDrafting lists;
    private final HeldForms forms;

    ListController(DraftPages places, QuestionPages pages, Drafting drafting, ListDrafting lists, HeldForms forms) {
        this.places = places;
        this.pages = pages;
        this.drafting = drafting;
        this.lists = lists;
        this.forms = forms;
    }

    /// Where a list is, and one of it.
    ///
    /// @param item null where it is not in the list, or not yet
    private record One(Place place, Question group, Value.@Nullable Item item) {}

    /// Whether a text may be the id of one of a list.
    static boolean isItem(String id) {
        return !id.equals(NEW) && id.matches(ITEM);
    }

    @GetMapping("/{item}")
    ModelAndView show(
            @PathVariable String pageId,
            @PathVariable String group,
            @PathVariable String item,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var one = find(person, pageId, group, item).orElse(null);
        var typed = forms.of(held, address(pageId, group, item), person.person());
        if (one != null && isItem(item) && typed.isPresent())
            return shown(one, item, Shown.held(typed.get()), language);
        if (one == null || (one.item() == null && !item.equals(NEW))) return new ModelAndView(page(pageId));
        if (item.equals(NEW) && isFull(one)) return new ModelAndView(page(pageId));

        var id = item.equals(NEW) ? UUID.randomUUID().toString().substring(0, 8) : item;
        return shown(one, id, Shown.AS_IT_STANDS, language);
    }

    @PostMapping("/{item}")
    ModelAndView save(
            @PathVariable String pageId,
            @PathVariable String group,
            @PathVariable String item,
            @RequestParam Map<String, String> form,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var one = find(person, pageId, group, item).orElse(null);
        if (one == null || !isItem(item)) return new ModelAndView(page(pageId));
        forms.forget(held, address(pageId, group, item));
        if (form.containsKey("fields")) return shown(one, item, Shown.refused(form, List.of()), language);

        var seen = SeenVersions.of(form).getOrDefault(group, 0);
        return switch (lists.save(one.place().draft().id(), one.group(), item, form, seen, drafting.today())) {
            case Saved() -> new ModelAndView(page(pageId));
            case NotADraft() -> new ModelAndView("redirect:/home");
            case PartlySaved(var faults) -> refused(one, item, form, faults, language);
            case ChangedElsewhere(var questions) -> shown(one, item, Shown.elsewhere(form, questions), language);
        };
    }

    @PostMapping("/{item}/remove")
    ModelAndView remove(
            @PathVariable String pageId,
            @PathVariable String group,
            @PathVariable String item,
            @AuthenticationPrincipal SignedInPerson person) {
        find(person, pageId, group, item)
                .ifPresent(one -> lists.remove(one.place().draft().id(), one.group(), item));
        return new ModelAndView(page(pageId));
    }

    private Optional<One> find(SignedInPerson person, String pageId, String group, String item) {
        return places.find(person, pageId)
                .flatMap(place -> place.page().questions().stream()
                        .filter(question ->
                                question.group().isPresent() && question.id().equals(group))
                        .findFirst()
                        .map(question -> new One(place, question, item(place, question, item))));
    }

    private Value.@Nullable Item item(Place place, Question group, String item) {
        return ListDrafting.list(group, drafting.answers(place.draft()))
                .find(item)
                .orElse(null);
    }

    private boolean isFull(One one) {
        var list = ListDrafting.list(one.group(), drafting.answers(one.place().draft()));
        return ListDrafting.isFull(one.group(), list);
    }

    /// What is wrong with the whole list is said on its page.
    private ModelAndView refused(
            One one, String item, Map<String, String> form, List<FieldFault> faults, Locale language) {
        return faults.stream()
                        .allMatch(fault -> fault.field().equals(one.group().id()))
                ? pages.page(one.place().draft(), one.place().page(), Shown.refused(faults), language)
                : shown(one, item, Shown.refused(form, faults), language);
    }

    private ModelAndView shown(One one, String id, Shown shown, Locale language) {
        return pages.item(one.place().draft(), one.place().page(), one.group(), id, shown, language);
    }

    private static String address(String pageId, String group, String item) {
        return "/apply/questions/" + pageId + "/" + group + "/" + item;
    }

    private static String page(String id) {
        return "redirect:/apply/questions/" + id;
    }
}
