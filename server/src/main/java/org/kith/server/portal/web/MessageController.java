package org.kith.server.portal.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.pack.Pack;
import org.kith.pack.question.SafeText;
import org.kith.pack.text.Texts;
import org.kith.server.account.HeldForms;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.GroundView;
import org.kith.server.application.Stage;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.DecisionLetters;
import org.kith.server.decision.DecisionWords;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Measures;
import org.kith.server.decision.Rejudging;
import org.kith.server.decision.Replies;
import org.kith.server.decision.Replies.Reply;
import org.kith.server.decision.ReplyResult.AlreadySent;
import org.kith.server.decision.ReplyResult.NothingToAnswer;
import org.kith.server.decision.ReplyResult.Sent;
import org.kith.server.decision.Stops;
import org.kith.server.decision.Subject;
import org.kith.server.identity.Documents;
import org.kith.server.notify.Notices;
import org.kith.server.portal.web.MessagePage.Typed;
import org.kith.server.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Decisions as the person they are about reads and answers them.
@Controller
class MessageController {
    private static final int LONGEST = 8_000;

    private final Decisions decisions;
    private final DecisionLetters letters;
    private final Replies replies;
    private final Measures measures;
    private final Stops stops;
    private final HeldForms forms;
    private final Rejudging rejudging;
    private final Applications applications;
    private final Documents documents;
    private final Programme programme;
    private final Notices notices;
    private final HomeTasks tasks;
    private final AppealViews appeals;

    MessageController(
            Decisions decisions,
            DecisionLetters letters,
            Replies replies,
            Measures measures,
            Stops stops,
            HeldForms forms,
            Rejudging rejudging,
            Applications applications,
            Documents documents,
            Programme programme,
            Notices notices,
            HomeTasks tasks,
            AppealViews appeals) {
        this.decisions = decisions;
        this.letters = letters;
        this.replies = replies;
        this.measures = measures;
        this.stops = stops;
        this.forms = forms;
        this.rejudging = rejudging;
        this.applications = applications;
        this.documents = documents;
        this.programme = programme;
        this.notices = notices;
        this.tasks = tasks;
        this.appeals = appeals;
    }

    @GetMapping("/messages")
    ModelAndView messages(@AuthenticationPrincipal SignedInPerson person) {
        var rows = decisions.of(person.person()).stream()
                .map(decision -> new MessagesPage.Row(
                        decision.id().value().toString(),
                        key(decision),
                        decision.number().printed(),
                        decision.day(),
                        mayAnswer(decision) ? decision.answerUntil() : null))
                .toList();
        return new ModelAndView("portal/messages", "page", new MessagesPage(rows, notices(person), stops(person)));
    }

    @GetMapping("/messages/{id}")
    ModelAndView message(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        return forms.of(held, "/messages/" + id, person.person())
                .map(form -> shown(own(id, person), language, new Typed(form.getOrDefault("words", ""), "", true)))
                .orElseGet(() -> shown(own(id, person), language, Typed.NOTHING));
    }

    @PostMapping("/messages/{id}")
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var decision = own(id, person);
        forms.forget(held, "/messages/" + id);
        var safe = SafeText.clean(words, true);
        if (safe.isEmpty()) return shown(decision, language, Typed.wrong(words, "follow.fault.unfit"));
        if (safe.get().isBlank() && !mayBeSilent(decision)) {
            return shown(decision, language, Typed.wrong(words, "message.fault.empty"));
        }
        if (safe.get().length() > LONGEST) return shown(decision, language, Typed.wrong(words, "message.fault.long"));

        return switch (replies.send(decision.id(), person.person(), safe.get())) {
            case Sent _, AlreadySent _ -> new ModelAndView("redirect:/messages/" + id);
            case NothingToAnswer _ -> shown(own(id, person), language, Typed.wrong(words, "message.fault.over"));
        };
    }

    private List<MessagesPage.Stop> stops(SignedInPerson person) {
        return stops.seenBy(person.person()).stream()
                .map(stop -> new MessagesPage.Stop(
                        stop.id().value().toString(),
                        stop.liftedAt() == null ? "stop.title" : "stop.lifted.title",
                        LocalDate.ofInstant(stop.madeAt(), ZoneOffset.UTC)))
                .toList();
    }

    private List<MessagesPage.Notice> notices(SignedInPerson person) {
        return notices.of(person.person()).stream()
                .map(notice -> new MessagesPage.Notice(
                        notice.kind().key(), notice.day(), LocalDate.ofInstant(notice.madeAt(), ZoneOffset.UTC)))
                .toList();
    }

    /// Another person's decision looks like none at all.
    private Decision own(UUID id, SignedInPerson person) {
        return decisions
                .find(new DecisionId(id))
                .filter(decision -> decision.person().equals(person.person()) && decision.state() == State.MADE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView shown(Decision decision, Locale language, Typed typed) {
        var pack = programme.version(decision.pack());
        var texts = pack.messages().in(language.toLanguageTag());
        var words = decisions.words(decision).orElseThrow();
        var reply = replies.to(decision);
        var page = new MessagePage(
                decision.id().value().toString(),
                key(decision),
                decision.openingKey(),
                decision.number().printed(),
                decision.day(),
                ground(decision, pack, texts),
                letters.of(decision).isPresent(),
                words.reason(),
                words.cure(),
                words.language(),
                words.asked() == null ? "" : words.asked().why().key(),
                papers(words, pack, texts),
                questions(words, pack, texts),
                decision.answerUntil(),
                tasks.moreTime(decision),
                rejudging
                        .trace(decision)
                        .map(trace -> GroundView.of(trace, pack, texts))
                        .orElse(List.of()),
                mayAnswer(decision),
                reply.map(Reply::words).orElse(null),
                reply.map(said -> LocalDate.ofInstant(said.at(), ZoneOffset.UTC))
                        .orElse(null),
                typed,
                forms.mark(decision.person()),
                appeals.of(decision, words, language));
        return new ModelAndView("portal/message", "page", page);
    }

    private static List<String> ground(Decision decision, Pack pack, Texts texts) {
        var code = decision.ground();
        if (code == null) return List.of();

        var lines = new ArrayList<String>();
        if (decision.subject().kind() == Subject.Kind.CARD) {
            pack.programme().measures().find(code).ifPresent(cause -> {
                lines.add(texts.text(cause.titleKey()));
                lines.add(texts.text(cause.lawKey()));
            });
            return lines;
        }
        pack.eligibility().ground(code).ifPresent(ground -> {
            lines.add(texts.text(ground.titleKey()));
            lines.add(texts.text(ground.lawKey()));
        });
        return lines;
    }

    private static List<MessagePage.Paper> papers(DecisionWords words, Pack pack, Texts texts) {
        return words.papers().stream()
                .flatMap(code -> pack.evidence().find(code).stream())
                .map(paper -> new MessagePage.Paper(paper.id(), texts.text(paper.titleKey()), !paper.atCentre()))
                .toList();
    }

    private static List<String> questions(DecisionWords words, Pack pack, Texts texts) {
        return words.questions().stream()
                .flatMap(code -> pack.questions().find(code).stream())
                .map(question -> texts.text(question.labelKey()))
                .toList();
    }

    private boolean mayAnswer(Decision decision) {
        if (!decision.verdict().mayBeAnswered() || decision.answeredAt() != null) return false;
        if (decisions.isCorrected(decision.id())) return false;
        if (decision.subject().kind() != Subject.Kind.APPLICATION) return measures.isOpen(decision);

        return stage(decision).filter(stage -> waitsFor(decision, stage)).isPresent();
    }

    /// Papers may say it all; of a card, which has papers from before, only those that came since.
    private boolean mayBeSilent(Decision decision) {
        if (decision.subject().kind() == Subject.Kind.APPLICATION) return true;

        return applications.openOf(decision.person()).stream()
                .flatMap(application -> documents.of(application.id()).stream())
                .anyMatch(document -> document.addedAt().isAfter(decision.proposedAt()));
    }

    private Optional<Stage> stage(Decision decision) {
        return applications.find(new ApplicationId(decision.subject().id())).map(application -> application.stage());
    }

    private static boolean waitsFor(Decision decision, Stage stage) {
        return switch (decision.verdict()) {
            case ASK_MORE -> stage == Stage.MORE_ASKED;
            case ANNOUNCE_REFUSAL -> stage == Stage.REFUSAL_ANNOUNCED;
            case APPROVE,
                    SUSPEND,
                    RESTORE,
                    ANNOUNCE_SUSPENSION,
                    ANNOUNCE_REVOCATION,
                    REVOKE,
                    REFUSE,
                    WITHDRAW_NOTICE,
                    UPHOLD,
                    OVERTURN,
                    REMIT -> false;
        };
    }

    static String key(Decision decision) {
        return "message." + decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
