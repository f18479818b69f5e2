package org.kith.server.centre.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.centre.AnsweringOffers;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Offer;
import org.kith.server.centre.OfferId;
import org.kith.server.centre.OfferResult;
import org.kith.server.centre.OfferResult.Accepted;
import org.kith.server.centre.OfferResult.Declined;
import org.kith.server.centre.OfferResult.NotTheirs;
import org.kith.server.centre.OfferResult.Over;
import org.kith.server.centre.Offers;
import org.kith.server.centre.Wall;
import org.kith.server.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A time that is held for an applicant: yes, or no.
@Controller
class OfferController {
    private final Applications applications;
    private final Offers offers;
    private final AnsweringOffers answering;
    private final Bookings bookings;
    private final Centres centres;
    private final Programme programme;

    OfferController(
            Applications applications,
            Offers offers,
            AnsweringOffers answering,
            Bookings bookings,
            Centres centres,
            Programme programme) {
        this.applications = applications;
        this.offers = offers;
        this.answering = answering;
        this.bookings = bookings;
        this.centres = centres;
        this.programme = programme;
    }

    @GetMapping("/visit/offer")
    ModelAndView offer(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var application = applications.openOf(person.person());
        var offer = application.flatMap(each -> offers.openOf(each.id()));
        return offer.map(each -> page(application.orElseThrow(), each, language))
                .orElseGet(() -> new ModelAndView("redirect:/visit"));
    }

    @PostMapping("/visit/offer")
    ModelAndView answer(
            @RequestParam(required = false) @Nullable String offer,
            @RequestParam(required = false) @Nullable String answer,
            @AuthenticationPrincipal SignedInPerson person) {
        var application = applications.openOf(person.person());
        var id = id(offer);
        if (application.isEmpty() || id.isEmpty() || answer == null) return new ModelAndView("redirect:/visit");

        return switch (answer(application.get(), id.get(), answer.equals("accept"))) {
            case Accepted(), Declined() -> new ModelAndView("redirect:/visit");
            case Over() -> {
                var over = new ModelAndView("centre/offer-over");
                over.setStatus(HttpStatus.CONFLICT);
                yield over;
            }
            case NotTheirs() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private OfferResult answer(Application application, OfferId id, boolean yes) {
        return yes ? answering.accept(application.id(), id) : answering.decline(application.id(), id);
    }

    private ModelAndView page(Application application, Offer offer, Locale language) {
        var centre = centres.find(offer.centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), language);
        var booked = bookings.openOf(application.id())
                .map(each -> wall.wholeDay(wall.date(each.startsAt())) + ", " + wall.time(each.startsAt()))
                .orElse("");
        var page = new OfferPage(
                CentreView.of(centre, programme, language),
                offer.id().value().toString(),
                offer.cause(),
                wall.wholeDay(wall.date(offer.startsAt())),
                wall.time(offer.startsAt()),
                wall.offset(offer.startsAt()),
                offer.length().toMinutes(),
                wall.wholeDay(wall.date(offer.until())),
                wall.time(offer.until()),
                booked,
                application.filedReference().orElseThrow().printed());
        return new ModelAndView("centre/offer", "page", page);
    }

    private static Optional<OfferId> id(@Nullable String offer) {
        try {
            return offer == null ? Optional.empty() : Optional.of(new OfferId(UUID.fromString(offer)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
