package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.programme.CardCauses.Cause;
import org.kith.pack.programme.CardCauses.Use;
import org.kith.pack.text.Texts;
import org.kith.server.audit.LookPurpose;
import org.kith.server.card.Card;
import org.kith.server.card.CardWords;
import org.kith.server.card.Cards;
import org.kith.server.card.Showing;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Measure;
import org.kith.server.decision.Measures;
import org.kith.server.decision.Subject;
import org.kith.server.desk.web.CasePage.Choice;
import org.kith.server.identity.Document;
import org.kith.server.identity.Documents;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Gathers what an officer sees of a card.
@Component
class CaseCardPages {
    private final Cards cards;
    private final Showing showing;
    private final Measures measures;
    private final Programme programme;
    private final Documents documents;
    private final CaseViews views;
    private final CaseStops stops;
    private final CaseLanguages languages;
    private final CaseRulings rulings;

    CaseCardPages(
            Cards cards,
            Showing showing,
            Measures measures,
            Programme programme,
            Documents documents,
            CaseViews views,
            CaseStops stops,
            CaseLanguages languages,
            CaseRulings rulings) {
        this.cards = cards;
        this.showing = showing;
        this.measures = measures;
        this.programme = programme;
        this.documents = documents;
        this.views = views;
        this.stops = stops;
        this.languages = languages;
        this.rulings = rulings;
    }

    CaseCardPage page(Card card, Officer officer, LookPurpose opened, MeasureForm form, Map<String, String> errors) {
        var subject = card.id().asSubject();
        var decisions = views.about(subject);
        var proposal = proposal(decisions);
        var words = cards.words(card);
        return new CaseCardPage(
                card,
                number(card),
                words.map(CardWords::latin).orElse(""),
                words.map(CardWords::own).orElse(""),
                opened,
                (int) showing.prints(card.id()).stream()
                        .filter(print -> print.endedAt() == null)
                        .count(),
                decisions,
                proposal,
                proposal != null && officer.is(signer(proposal)),
                stops.of(subject),
                officer.is(Role.CASEWORKER) && proposal == null ? possible(card) : List.of(),
                causes(card),
                papers(card),
                languages.of(officer),
                form,
                errors,
                rulings.of(subject, officer));
    }

    private static Role signer(CaseDecisionView proposal) {
        return proposal.verdict().isOnAppeal() ? Role.APPEALS : Role.SUPERVISOR;
    }

    boolean listsCauses(Card card) {
        return !pack(card).programme().measures().causes().isEmpty();
    }

    Set<String> papersOf(Card card) {
        return papers(card).stream().map(Choice::code).collect(Collectors.toSet());
    }

    private List<CaseCardPage.Cause> causes(Card card) {
        var texts = english(card);
        return pack(card).programme().measures().causes().stream()
                .map(cause -> new CaseCardPage.Cause(
                        cause.id(), texts.text(cause.titleKey()), texts.text(cause.lawKey()), hint(cause)))
                .toList();
    }

    private static String hint(Cause cause) {
        if (cause.atOnce()) return "case.measure.cause.at-once";
        if (!cause.uses().contains(Use.SUSPEND)) return "case.measure.cause.revoke";
        return cause.uses().contains(Use.REVOKE) ? "case.measure.cause.both" : "case.measure.cause.suspend";
    }

    /// What its holder showed when they applied, each kind once.
    private List<Choice> papers(Card card) {
        var texts = english(card);
        return documents.of(card.application()).stream()
                .map(Document::evidence)
                .distinct()
                .sorted()
                .map(code -> new Choice(code, texts.text("evidence." + code + ".title")))
                .toList();
    }

    private Pack pack(Card card) {
        return programme.version(card.pack());
    }

    private Texts english(Card card) {
        return pack(card).messages().in(Locale.ENGLISH.toLanguageTag());
    }

    String number(Card card) {
        return card.number().printed(pack(card).programme().card().numberPrefix());
    }

    /// What takes the card away is announced first. It is offered itself once its holder was heard for a cause, and a
    /// suspension also where the programme lists a cause for which it is done at once.
    private List<String> possible(Card card) {
        var subject = card.id().asSubject();
        var possible = new ArrayList<String>();
        for (var measure : card.possibleMeasures()) {
            if (!measure.takes() || isOffered(card, subject, measure)) possible.add(measure.name());
            if (measure.takes()) possible.add("ANNOUNCE_" + (measure == Measure.SUSPEND ? "SUSPENSION" : "REVOCATION"));
        }
        if (!measures.announced(subject).isEmpty()) possible.add(MeasureForm.WITHDRAW_NOTICE);
        return possible;
    }

    private boolean isOffered(Card card, Subject subject, Measure measure) {
        var causes = pack(card).programme().measures().causes();
        if (measure == Measure.SUSPEND && causes.stream().anyMatch(Cause::atOnce)) return true;
        return causes.isEmpty()
                ? measures.wasHeard(subject, measure, "")
                : causes.stream().anyMatch(cause -> measures.wasHeard(subject, measure, cause.id()));
    }

    private static @Nullable CaseDecisionView proposal(List<CaseDecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.state() == Decision.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }
}
