package org.kith.server.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Booking;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Wall;
import org.kith.server.decision.Appeal;
import org.kith.server.decision.Appeal.Hearing;
import org.kith.server.decision.Appealing;
import org.kith.server.decision.Appeals;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionWords;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.HearingTimes;
import org.kith.server.decision.Subject;
import org.kith.server.decision.Verdict;
import org.kith.server.portal.web.AppealView.Appealed;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Gathers how a decision can be appealed, and what came of that.
@Component
class AppealViews {
    private final Decisions decisions;
    private final Appealing appealing;
    private final Appeals appeals;
    private final HearingTimes hearings;
    private final Centres centres;
    private final Programme programme;

    AppealViews(
            Decisions decisions,
            Appealing appealing,
            Appeals appeals,
            HearingTimes hearings,
            Centres centres,
            Programme programme) {
        this.decisions = decisions;
        this.appealing = appealing;
        this.appeals = appeals;
        this.hearings = hearings;
        this.centres = centres;
        this.programme = programme;
    }

    AppealView of(Decision decision, DecisionWords words, Locale language) {
        var corrects = decision.corrects() == null ? null : number(decisions.find(decision.corrects()));
        var corrected = corrected(decision);
        var takesAPlace = corrects != null && decision.verdict() != Verdict.WITHDRAW_NOTICE;
        return new AppealView(
                seen(decision, words, language),
                corrected.orElseGet(() -> takesAPlace ? corrects : ""),
                corrected.isPresent() ? "appeal.corrected" : "appeal.corrects",
                appealing.until(decision).orElse(null),
                appealing.isOpen(decision),
                appeals.against(decision.id())
                        .map(appeal -> appealed(appeal, language))
                        .orElse(null));
    }

    private Optional<String> corrected(Decision decision) {
        return decisions.about(decision.subject()).stream()
                .filter(each -> each.state() == State.MADE && decision.id().equals(each.corrects()))
                .findFirst()
                .map(each -> each.number().printed());
    }

    private static String number(Optional<Decision> decision) {
        return decision.map(each -> each.number().printed()).orElse("");
    }

    private @Nullable List<String> seen(Decision decision, DecisionWords words, Locale language) {
        if (decision.subject().kind() != Subject.Kind.APPLICATION || decision.verdict() == Verdict.WITHDRAW_NOTICE) {
            return null;
        }
        var texts = programme.version(decision.pack()).messages().in(language.toLanguageTag());
        return words.lookedAt().stream()
                .map(code -> texts.text("evidence." + code + ".title"))
                .toList();
    }

    private Appealed appealed(Appeal appeal, Locale language) {
        var wanted = appeal.isOpen() && appeal.hearing() == Hearing.WANTED;
        var booked = wanted ? hearings.booked(appeal) : Optional.<Booking>empty();
        return new Appealed(
                appeal.day(),
                appeals.words(appeal).orElse(""),
                appeal.isOpen(),
                wanted,
                booked.map(booking -> when(booking, language)).orElse(List.of()),
                day(appeal.heardAt()),
                appeals.minutes(appeal).orElse(""));
    }

    private List<String> when(Booking booking, Locale language) {
        var centre = centres.find(booking.centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), language);
        return List.of(centre.town(), wall.wholeDay(wall.date(booking.startsAt())), wall.time(booking.startsAt()));
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
