package org.kith.server.desk.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.pack.text.Texts;
import org.kith.server.centre.Booking;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Wall;
import org.kith.server.decision.Appeal;
import org.kith.server.decision.Appeal.Hearing;
import org.kith.server.decision.Appeals;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionWords;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.DifferingViews;
import org.kith.server.decision.DifferingViews.View;
import org.kith.server.decision.HearingTimes;
import org.kith.server.decision.Replies;
import org.kith.server.decision.Replies.Reply;
import org.kith.server.decision.Subject;
import org.kith.server.desk.web.CaseDecisionView.Appealed;
import org.kith.server.desk.web.CaseDecisionView.Aside;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.stereotype.Component;

/// Says decisions in words for officers.
@Component
class CaseViews {
    private final Decisions decisions;
    private final Replies replies;
    private final DifferingViews differing;
    private final Appeals appeals;
    private final HearingTimes hearings;
    private final Centres centres;
    private final Officers officers;
    private final Programme programme;

    CaseViews(
            Decisions decisions,
            Replies replies,
            DifferingViews differing,
            Appeals appeals,
            HearingTimes hearings,
            Centres centres,
            Officers officers,
            Programme programme) {
        this.decisions = decisions;
        this.replies = replies;
        this.differing = differing;
        this.appeals = appeals;
        this.hearings = hearings;
        this.centres = centres;
        this.officers = officers;
        this.programme = programme;
    }

    /// All about a subject, the newest first.
    List<CaseDecisionView> about(Subject subject) {
        var all = decisions.about(subject);
        return all.stream().map(decision -> view(decision, all)).toList();
    }

    CaseDecisionView view(Decision decision) {
        return view(decision, decisions.about(decision.subject()));
    }

    /// @param all about the same subject
    private CaseDecisionView view(Decision decision, List<Decision> all) {
        var words = decisions.words(decision).orElse(DecisionWords.erased());
        var texts = texts(decision);
        var ground = decision.ground();
        var reply = replies.to(decision);
        return new CaseDecisionView(
                decision.id().value().toString(),
                decision.number().printed(),
                decision.verdict(),
                decision.state(),
                decision.day(),
                name(decision.first()),
                name(decision.second()),
                ground == null ? "" : texts.text(groundKey(decision.subject(), ground)),
                words.reason(),
                words.cure(),
                words.asked() == null ? "" : words.asked().why().key(),
                asked(words, decision, texts),
                words.returned(),
                decision.answerUntil(),
                reply.map(Reply::words).orElse(null),
                reply.map(said -> LocalDate.ofInstant(said.at(), ZoneOffset.UTC))
                        .orElse(null),
                aside(decision, all));
    }

    private Aside aside(Decision decision, List<Decision> all) {
        var view = differing.of(decision);
        return new Aside(
                number(all, each -> each.id().equals(decision.corrects())),
                number(all, each -> each.state() == State.MADE && decision.id().equals(each.corrects())),
                view.map(View::instead).orElse(null),
                view.map(View::words).orElse(""),
                appeals.against(decision.id()).map(this::appealed).orElse(null));
    }

    private Appealed appealed(Appeal appeal) {
        var heard = appeal.heardAt();
        return new Appealed(
                appeal.day(),
                appeals.words(appeal).orElse(""),
                appeal.hearing(),
                appeal.isOpen() && appeal.hearing() == Hearing.WANTED
                        ? hearings.booked(appeal).map(this::when).orElse("")
                        : "",
                heard == null ? null : LocalDate.ofInstant(heard, ZoneOffset.UTC),
                appeals.minutes(appeal).orElse(""));
    }

    private String when(Booking booking) {
        var centre = centres.find(booking.centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), Locale.ENGLISH);
        return centre.town() + ", " + wall.wholeDay(wall.date(booking.startsAt())) + ", "
                + wall.time(booking.startsAt());
    }

    private static String number(List<Decision> all, Predicate<Decision> which) {
        return all.stream()
                .filter(which)
                .findFirst()
                .map(each -> each.number().printed())
                .orElse("");
    }

    private static String groundKey(Subject subject, String ground) {
        return switch (subject.kind()) {
            case APPLICATION -> "ground." + ground + ".title";
            case CARD -> "cause." + ground + ".title";
        };
    }

    private List<String> asked(DecisionWords words, Decision decision, Texts texts) {
        var questions = programme.version(decision.pack()).questions();
        var papers = words.papers().stream().map(code -> texts.text("evidence." + code + ".title"));
        var again = words.questions().stream().flatMap(code -> questions.find(code).stream());
        return Stream.concat(papers, again.map(question -> texts.text(question.labelKey())))
                .toList();
    }

    String name(@Nullable OfficerId officer) {
        return officer == null
                ? ""
                : officers.find(officer).map(OfficerEntry::name).orElse("");
    }

    private Texts texts(Decision decision) {
        return programme.version(decision.pack()).messages().in(Locale.ENGLISH.toLanguageTag());
    }
}
