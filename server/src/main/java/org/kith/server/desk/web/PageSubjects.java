package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.card.CardId;
import org.kith.server.card.Cards;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.Bookings;
import org.kith.server.decision.Appeal;
import org.kith.server.decision.AppealId;
import org.kith.server.decision.Appeals;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Stop;
import org.kith.server.decision.Stops;
import org.kith.server.decision.Subject;
import org.kith.server.matching.MatchId;
import org.kith.server.matching.Matches;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Component;

/// Which cases a page of the desk is about, by its address, and so which people.
@Component
class PageSubjects {
    private final Applications applications;
    private final Cards cards;
    private final Decisions decisions;
    private final Appeals appeals;
    private final Stops stops;
    private final Matches matches;
    private final Bookings bookings;

    PageSubjects(
            Applications applications,
            Cards cards,
            Decisions decisions,
            Appeals appeals,
            Stops stops,
            Matches matches,
            Bookings bookings) {
        this.applications = applications;
        this.cards = cards;
        this.decisions = decisions;
        this.appeals = appeals;
        this.stops = stops;
        this.matches = matches;
        this.bookings = bookings;
    }

    /// A case that a page shows something of, and whose it is.
    record About(Case subject, PersonId person) {
        Optional<ApplicationId> application() {
            return subject.kind() == CaseKind.APPLICATION
                    ? Optional.of(new ApplicationId(subject.id()))
                    : Optional.empty();
        }
    }

    /// The page's own case first; none where the address names nothing that is there.
    ///
    /// @param variables of the address, by name
    List<About> of(String path, Map<?, ?> variables) {
        var id = uuid(variables, "id");
        if (id.isEmpty()) return List.of();

        var found = new ArrayList<>(about(path, variables, id.get()).stream().toList());
        uuid(variables, "match")
                .flatMap(match -> matches.find(new MatchId(match)))
                .flatMap(match -> match.besides(new ApplicationId(id.get())))
                .flatMap(this::application)
                .ifPresent(found::add);
        return found;
    }

    private Optional<About> about(String path, Map<?, ?> variables, UUID id) {
        return switch (path.split("/", 4)[2]) {
            case "cases" -> application(new ApplicationId(id));
            case "cards" -> card(id);
            case "decisions" -> decision(new DecisionId(id));
            case "appeals" ->
                appeals.find(new AppealId(id)).map(Appeal::decision).flatMap(this::decision);
            case "stops" -> stop(variables, id);
            case "visits" -> bookings.find(new BookingId(id)).flatMap(booking -> application(booking.application()));
            default -> Optional.empty();
        };
    }

    /// The address names a stop, or what one may be put on.
    private Optional<About> stop(Map<?, ?> variables, UUID id) {
        if (variables.get("kind") instanceof String kind)
            return kind.equals("card") ? card(id) : application(new ApplicationId(id));

        return stops.find(new Stop.Id(id)).map(stop -> new About(caseOf(stop.subject()), stop.person()));
    }

    private Optional<About> decision(DecisionId id) {
        return decisions.find(id).map(decision -> new About(caseOf(decision.subject()), decision.person()));
    }

    private Optional<About> application(ApplicationId id) {
        return applications.find(id).map(found -> new About(id.asCase(), found.person()));
    }

    private Optional<About> card(UUID id) {
        return cards.find(new CardId(id)).map(card -> new About(new Case(CaseKind.CARD, id), card.person()));
    }

    private static Case caseOf(Subject subject) {
        return switch (subject.kind()) {
            case APPLICATION -> new ApplicationId(subject.id()).asCase();
            case CARD -> new Case(CaseKind.CARD, subject.id());
        };
    }

    private static Optional<UUID> uuid(Map<?, ?> variables, String name) {
        if (!(variables.get(name) instanceof String text)) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
