package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.SafeText;
import org.kith.server.account.HeldForms;
import org.kith.server.decision.Decision;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Rehearsal;
import org.kith.server.decision.UnsentLetters;
import org.kith.server.decision.UnsentLetters.Unsent;
import org.kith.server.staff.Officer;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/// The step that every form which decides goes through: what was typed becomes a letter, the officer sees it as it will
/// go, and only then is it sent. **Nothing is decided before its letter was seen.**
///
/// A form posts to its own address twice: with what was typed, and then from the letter's page with the letter's number
/// and seal alone.
@Component
class LetterStep {
    /// In the letter's page: which letter, and its seal.
    static final String LETTER = "letter";

    static final String SEAL = "seal";

    private final Rehearsal rehearsal;
    private final UnsentLetters unsent;
    private final Decisions decisions;
    private final HeldForms forms;

    LetterStep(Rehearsal rehearsal, UnsentLetters unsent, Decisions decisions, HeldForms forms) {
        this.rehearsal = rehearsal;
        this.unsent = unsent;
        this.decisions = decisions;
        this.forms = forms;
    }

    /// A form that was sent in.
    ///
    /// @param place  its address
    /// @param fields what was typed, now or before the letter was looked at
    /// @param looked the letter that was looked at; null if none was yet
    /// @param seal   of the letter that was looked at
    record Typed(
            String place,
            Map<String, List<String>> fields,
            @Nullable Unsent looked,
            String seal) {
        String first(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        /// Words as they will be kept; as they were typed, where they cannot be.
        String words(String name) {
            return SafeText.clean(first(name), true).orElse(first(name));
        }

        List<String> all(String name) {
            return fields.getOrDefault(name, List.of());
        }
    }

    /// What was typed: what a form sends, or what is kept of it where the letter's page sends.
    ///
    /// @param held the cookie of what a browser holds, which is let go of once it is sent again
    /// @return nothing where that letter is not there any more: it went, or another officer wrote it
    Optional<Typed> typed(String place, MultiValueMap<String, String> sent, String held, Officer officer) {
        var letter = sent.getFirst(LETTER);
        if (letter == null) {
            forms.forget(held, place);
            var fields = new LinkedHashMap<String, List<String>>(sent);
            fields.remove("_csrf");
            fields.remove(HeldForms.FIELD);
            return Optional.of(new Typed(place, fields, null, ""));
        }
        var seal = Optional.ofNullable(sent.getFirst(SEAL)).orElse("");
        return id(letter)
                .flatMap(id -> unsent.find(id, officer.id()))
                .filter(kept -> kept.place().equals(place))
                .map(kept -> new Typed(place, kept.fields(), kept, seal));
    }

    /// Where a letter is not there any more: to what it decided, if it went. A second press sends nothing.
    ModelAndView gone(String place, MultiValueMap<String, String> sent) {
        return id(Optional.ofNullable(sent.getFirst(LETTER)).orElse(""))
                .flatMap(decisions::find)
                .map(_ -> room(place))
                .orElseGet(() -> CaseNotices.notice("case.letter.gone"));
    }

    /// Shows the letter, or sends the one that was seen.
    ///
    /// @param person whom it is to
    /// @param made   which decision a result brings; nothing where it is a refusal to decide
    /// @param answer the page after it
    <R> ModelAndView take(
            Typed typed,
            PersonId person,
            Officer officer,
            Supplier<R> deed,
            Function<R, Optional<Decision>> made,
            Function<R, ModelAndView> answer) {
        var looked = typed.looked();
        var played = looked == null
                ? Optional.of(rehearsal.of(deed, made))
                : rehearsal.send(looked, typed.seal(), deed, made);
        if (played.isEmpty()) return room(typed.place());
        if (played.get().sent()) unsent.forget(typed.place(), officer.id());
        var shown = played.get().letter();
        if (played.get().sent() || shown.isEmpty())
            return answer.apply(played.get().result());

        unsent.keep(shown.get(), officer.id(), person, typed.place(), typed.fields());
        var again = looked == null ? "" : "?again=yes";
        return new ModelAndView("redirect:/desk/letters/" + shown.get().id().value() + again);
    }

    /// Back to where the form stands.
    private static ModelAndView room(String place) {
        return new ModelAndView("redirect:" + place.substring(0, place.lastIndexOf('/')));
    }

    /// What this officer typed into a form and has not sent: before their session ended, or before they looked at the
    /// letter.
    ///
    /// @param held the cookie of what a browser holds
    Optional<Typed> unsentAt(String place, Officer officer, String held) {
        return forms.of(held, place, officer.id().value())
                .map(form -> new Typed(place, fields(form), null, ""))
                .or(() -> unsent.lastAt(place, officer.id()).map(kept -> new Typed(place, kept.fields(), kept, "")));
    }

    private static Map<String, List<String>> fields(Map<String, String> held) {
        var fields = new LinkedHashMap<String, List<String>>();
        held.forEach((name, values) -> fields.put(name, List.of(values.split(HeldForms.AND, -1))));
        return fields;
    }

    static Optional<DecisionId> id(String text) {
        try {
            return Optional.of(new DecisionId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
