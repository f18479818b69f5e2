package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.server.application.Application;
import org.kith.server.application.Stage;
import org.kith.server.application.VisitTime;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Offers;
import org.kith.server.centre.VisitQueue;
import org.kith.server.centre.Wall;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.HearingTimes;
import org.kith.server.decision.MoreTime;
import org.kith.server.decision.Subject;
import org.kith.server.decision.Verdict;
import org.kith.server.identity.Documents;
import org.kith.server.portal.web.HomePage.Task;
import org.kith.server.programme.Programme;
import org.kith.server.site.Texts;
import org.kith.server.talk.TalkRules;
import org.springframework.stereotype.Component;

/// What is missing from a person's side, by when, and how they get longer for it.
@Component
class HomeTasks {
    private final Decisions decisions;
    private final MoreTime answers;
    private final VisitTime visits;
    private final Bookings bookings;
    private final Offers offers;
    private final VisitQueue queue;
    private final HearingTimes hearings;
    private final Centres centres;
    private final Documents documents;
    private final Programme programme;
    private final Texts texts;
    private final TalkRules talks;

    HomeTasks(
            Decisions decisions,
            MoreTime answers,
            VisitTime visits,
            Bookings bookings,
            Offers offers,
            VisitQueue queue,
            HearingTimes hearings,
            Centres centres,
            Documents documents,
            Programme programme,
            Texts texts,
            TalkRules talks) {
        this.decisions = decisions;
        this.answers = answers;
        this.visits = visits;
        this.bookings = bookings;
        this.offers = offers;
        this.queue = queue;
        this.hearings = hearings;
        this.centres = centres;
        this.documents = documents;
        this.programme = programme;
        this.texts = texts;
        this.talks = talks;
    }

    List<Task> of(Application application, Locale language) {
        return switch (application.stage()) {
            case SUBMITTED -> List.of(choose(application, language));
            case BOOKED -> come(application, language);
            case MORE_ASKED, REFUSAL_ANNOUNCED ->
                awaited(application)
                        .map(decision -> answer(application, decision, language))
                        .map(tasks -> Stream.concat(tasks.stream(), visit(application, language).stream())
                                .toList())
                        .orElseGet(() -> visit(application, language));
            case IDENTITY_CONFIRMED, UNDER_REVIEW -> visit(application, language);
            case APPEALED -> hearing(application, language);
            case APPROVED ->
                Stream.concat(onTheCard(application, language), hearing(application, language).stream())
                        .toList();
            case DRAFT,
                    APPROVAL_PROPOSED,
                    WITHDRAWN,
                    LAPSED,
                    REFUSAL_PROPOSED,
                    REFUSED,
                    APPEAL_PROPOSED,
                    REFUSAL_FINAL -> List.of();
        };
    }

    @Nullable
    MoreTimeView moreTime(Application application) {
        if (application.stage() == Stage.SUBMITTED) {
            return visits.of(application)
                    .map(running -> MoreTimeView.of(
                            "/home/more-time",
                            running.until(),
                            pack(application).programme().limits().extension(),
                            running.left()))
                    .orElse(null);
        }
        return awaited(application).map(this::moreTime).orElse(null);
    }

    @Nullable
    MoreTimeView moreTime(Decision decision) {
        return answers.left(decision)
                .map(left -> MoreTimeView.of(
                        "/messages/" + decision.id().value() + "/more-time",
                        Objects.requireNonNull(decision.answerUntil()),
                        programme.version(decision.pack()).programme().limits().extension(),
                        left))
                .orElse(null);
    }

    /// Who is to be heard on their card reads of it where they look first.
    private Stream<Task> onTheCard(Application application, Locale language) {
        return decisions.of(application.person()).stream()
                .filter(decision -> decision.subject().kind() == Subject.Kind.CARD)
                .filter(decision -> answers.left(decision).isPresent())
                .map(decision -> new Task(
                        texts.text(language, MessageController.key(decision) + ".title"),
                        // A suspension at once counts already.
                        decision.verdict() == Verdict.SUSPEND ? "" : texts.text(language, "follow.task.answer.hint"),
                        "/messages/" + decision.id().value(),
                        false,
                        decision.answerUntil()));
    }

    private Task choose(Application application, Locale language) {
        var offer = offers.openOf(application.id());
        if (offer.isPresent() || queue.of(application.id()).isPresent()) {
            var title = offer.isPresent() ? "visit.offer.title" : "visit.waiting.title";
            var until = offer.map(held -> LocalDate.ofInstant(
                            held.until(),
                            centres.find(held.centre()).orElseThrow().hours().zone()))
                    .orElse(null);
            return new Task(texts.text(language, title), "", "/visit", false, until);
        }
        var until = visits.of(application).map(VisitTime.Running::until).orElse(null);
        return new Task(
                texts.text(language, "follow.task.choose"),
                texts.text(language, "follow.task.choose.hint"),
                "/visit",
                false,
                until);
    }

    /// Who needs a talk chooses a time for it, and whoever booked any visit comes.
    private List<Task> visit(Application application, Locale language) {
        var booked = come(application, language);
        if (!booked.isEmpty() || !talks.isNeededFor(application) || !talks.isWantedFor(application)) return booked;
        return List.of(new Task(
                texts.text(language, "talk.task"), texts.text(language, "talk.task.hint"), "/talk", false, null));
    }

    /// Whoever asked to be heard chooses a time, or comes.
    private List<Task> hearing(Application application, Locale language) {
        if (!hearings.isWantedFor(application)) return come(application, language);
        var booked = come(application, language);
        return booked.isEmpty()
                ? List.of(new Task(
                        texts.text(language, "appeal.task.hearing"),
                        texts.text(language, "appeal.task.hearing.hint"),
                        "/visit",
                        false,
                        null))
                : booked;
    }

    private List<Task> come(Application application, Locale language) {
        var tasks = new ArrayList<Task>();
        bookings.openOf(application.id()).ifPresent(booking -> {
            var centre = centres.find(booking.centre()).orElseThrow();
            var wall = new Wall(centre.hours().zone(), language);
            var start = booking.startsAt();
            tasks.add(new Task(
                    texts.text(language, "follow.task.come", centre.town()),
                    texts.text(
                            language,
                            "follow.task.come.hint",
                            wall.wholeDay(wall.date(start)),
                            wall.time(start),
                            wall.offset(start)),
                    "/visit",
                    false,
                    null));
        });
        return tasks;
    }

    private List<Task> answer(Application application, Decision decision, Locale language) {
        var tasks = new ArrayList<Task>();
        var pack = pack(application);
        var words = pack.messages().in(language.toLanguageTag());
        var said = decisions.words(decision);
        var message = "/messages/" + decision.id().value();
        said.stream()
                .flatMap(each -> each.papers().stream())
                .flatMap(code -> pack.evidence().find(code).stream())
                .map(paper -> bring(application, decision, paper, words.text(paper.titleKey()), language))
                .forEach(tasks::add);
        said.stream()
                .flatMap(each -> each.questions().stream())
                .flatMap(code -> pack.questions().find(code).stream())
                .map(question -> texts.text(language, "follow.task.say", words.text(question.labelKey())))
                .map(title -> new Task(title, "", message, false, decision.answerUntil()))
                .forEach(tasks::add);
        var key = decision.verdict() == Verdict.ASK_MORE ? "follow.task.send" : "follow.task.answer";
        tasks.add(new Task(
                texts.text(language, key),
                texts.text(language, key + ".hint"),
                message,
                false,
                decision.answerUntil()));
        return tasks;
    }

    /// A paper counts as added once one of its kind came after we asked.
    private Task bring(Application application, Decision decision, Paper paper, String title, Locale language) {
        if (paper.atCentre()) {
            var talk = pack(application).visits().all().stream().anyMatch(each -> each.isDoneAs(paper.id()));
            var hint = texts.text(language, "message.papers.centre");
            return new Task(title, hint, talk ? "/talk" : null, false, decision.answerUntil());
        }
        var asked = Objects.requireNonNull(decision.settledAt());
        var added = documents.of(application.id()).stream()
                .anyMatch(document -> document.evidence().equals(paper.id())
                        && !document.addedAt().isBefore(asked));
        return new Task(
                texts.text(language, "follow.task.add", title),
                "",
                "/apply/documents/" + paper.id(),
                added,
                decision.answerUntil());
    }

    /// The message that waits for an answer now.
    private Optional<Decision> awaited(Application application) {
        return decisions.about(Subject.of(application.id())).stream()
                .filter(decision -> answers.left(decision).isPresent())
                .findFirst();
    }

    private Pack pack(Application application) {
        return programme.version(application.pack());
    }
}
