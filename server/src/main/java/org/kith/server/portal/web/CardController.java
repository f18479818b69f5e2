package org.kith.server.portal.web;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.card.Card;
import org.kith.server.card.CardCopy;
import org.kith.server.card.CardDrawing;
import org.kith.server.card.Cards;
import org.kith.server.card.CopyResult;
import org.kith.server.card.CopyResult.Ended;
import org.kith.server.card.CopyResult.Made;
import org.kith.server.card.CopyResult.NotActive;
import org.kith.server.card.CopyResult.NotYours;
import org.kith.server.card.CopyResult.TooMany;
import org.kith.server.card.LossReport;
import org.kith.server.card.Showing;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Measures;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The holder's card: on the screen, on paper, lost.
@Controller
class CardController {
    /// Says nothing over somebody's shoulder, or in a list of downloads (§7.8).
    private static final String FILE_NAME = "document.pdf";

    private static final String HOME = "redirect:/home";
    private static final String CARD = "redirect:/card";

    private final Cards cards;
    private final Showing showing;
    private final LossReport losses;
    private final CardDrawing drawing;
    private final Measures measures;

    CardController(Cards cards, Showing showing, LossReport losses, CardDrawing drawing, Measures measures) {
        this.cards = cards;
        this.showing = showing;
        this.losses = losses;
        this.drawing = drawing;
        this.measures = measures;
    }

    @GetMapping("/card")
    ModelAndView card(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var found = cards.ofPerson(person.person());
        if (found.isEmpty()) return new ModelAndView("portal/card-none");

        var card = found.get();
        var prints = showing.prints(card.id()).stream().map(CardPage::print).toList();
        var notices = measures.announced(card.id().asSubject()).stream()
                .map(CardController::notice)
                .toList();
        return page(
                switch (showing.onScreen(card.id(), person.person())) {
                    case Made(var copy) ->
                        new CardPage(
                                card, drawing.onScreen(card, copy, language), copy.endsAt(), prints, false, notices);
                    case TooMany() -> new CardPage(card, null, null, prints, true, notices);
                    case NotActive(), NotYours(), Ended() -> new CardPage(card, null, null, prints, false, notices);
                });
    }

    private static CardPage.Notice notice(Decision decision) {
        return new CardPage.Notice(
                decision.id().value(),
                "message." + decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Objects.requireNonNull(decision.answerUntil()),
                decision.answeredAt() != null);
    }

    @PostMapping("/card/fresh")
    ModelAndView fresh(@AuthenticationPrincipal SignedInPerson person) {
        var found = cards.ofPerson(person.person());
        if (found.isEmpty()) return new ModelAndView(HOME);

        return after(showing.renewed(found.get().id(), person.person()), "mycard.not-done.codes");
    }

    @PostMapping("/card/print")
    Object print(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var found = cards.ofPerson(person.person());
        if (found.isEmpty()) return new ModelAndView(HOME);

        var made = showing.print(found.get().id(), person.person());
        return made instanceof Made(var copy)
                ? pdf(found.get(), copy, language)
                : after(made, "mycard.not-done.prints");
    }

    @PostMapping("/card/prints/{id}/end")
    ModelAndView end(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return after(showing.end(new CardCopy.Id(id), person.person()), "mycard.not-done.prints");
    }

    @GetMapping("/card/lost")
    ModelAndView askLost(@AuthenticationPrincipal SignedInPerson person) {
        return cards.ofPerson(person.person()).filter(Card::isActive).isPresent()
                ? new ModelAndView("portal/card-lost")
                : new ModelAndView(CARD);
    }

    @PostMapping("/card/lost")
    ModelAndView lost(@AuthenticationPrincipal SignedInPerson person) {
        cards.ofPerson(person.person()).ifPresent(card -> losses.lost(card.id(), person.person()));
        return new ModelAndView(CARD);
    }

    private ResponseEntity<byte[]> pdf(Card card, CardCopy copy, Locale language) {
        var disposition = ContentDisposition.attachment().filename(FILE_NAME).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(drawing.sheet(card, copy, language));
    }

    private static ModelAndView after(CopyResult result, String tooManyKey) {
        return switch (result) {
            case Made _, Ended _ -> new ModelAndView(CARD);
            case TooMany() -> notDone(tooManyKey);
            case NotActive() -> notDone("mycard.not-done.not-active");
            case NotYours() -> notDone("mycard.not-done.not-yours");
        };
    }

    private static ModelAndView notDone(String key) {
        return new ModelAndView("portal/card-not-done", "page", new CardNotDonePage(key));
    }

    private static ModelAndView page(CardPage page) {
        return new ModelAndView("portal/card", "page", page);
    }
}
