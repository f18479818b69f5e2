package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Question;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Drafting;
import org.kith.server.application.Said;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decisions;
import org.kith.server.family.Helper;
import org.kith.server.identity.Document;
import org.kith.server.identity.Documents;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Gathers what a helper reads of the one they help.
@Component
class HelpingPages {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Drafting drafting;
    private final Documents documents;
    private final Decisions decisions;
    private final Programme programme;

    HelpingPages(
            Applications applications,
            DraftAnswers answers,
            Drafting drafting,
            Documents documents,
            Decisions decisions,
            Programme programme) {
        this.applications = applications;
        this.answers = answers;
        this.drafting = drafting;
        this.documents = documents;
        this.decisions = decisions;
        this.programme = programme;
    }

    HelpedPage answers(Helper helper, Locale language) {
        var rows = application(helper).map(each -> said(each, language)).orElse(List.of());
        return new HelpedPage(helper.by(), "answers", rows, List.of());
    }

    HelpedPage papers(Helper helper, Locale language) {
        var sent = application(helper).map(each -> sent(each, helper, language)).orElse(List.of());
        return new HelpedPage(helper.by(), "papers", List.of(), sent);
    }

    /// Decisions with their words, the newest first.
    HelpedPage messages(Helper helper, Locale language) {
        var rows = decisions.of(helper.owner()).stream()
                .map(decision -> new HelpedPage.Row(
                        decision.number().printed(), "message." + word(decision) + ".title", reason(decision)))
                .toList();
        return new HelpedPage(helper.by(), "messages", rows, List.of());
    }

    private List<HelpedPage.Row> said(Application application, Locale language) {
        var pack = programme.version(application.pack());
        var given = answers.of(application);
        var texts = pack.messages().in(language.toLanguageTag());
        return pack.questions().pages().stream()
                .map(page -> pack.questions().shown(page, given, drafting.today()))
                .flatMap(page -> page.questions().stream())
                .flatMap(question -> row(question, given, pack, texts).stream())
                .toList();
    }

    private static Optional<HelpedPage.Row> row(Question question, Answers given, Pack pack, Texts texts) {
        var name = texts.has(question.shortKey()) ? question.shortKey() : question.labelKey();
        return given.to(question.id())
                .map(value -> new HelpedPage.Row(
                        texts.text(name),
                        "",
                        Said.of(question, value, pack.questions().countries(), texts)));
    }

    private List<HelpedPage.Sent> sent(Application application, Helper helper, Locale language) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().in(language.toLanguageTag());
        return documents.of(application.id()).stream()
                .map(document -> new HelpedPage.Sent(
                        "/helping/" + helper.id().value() + "/papers/"
                                + document.id().value(),
                        texts.text("evidence." + document.evidence() + ".title"),
                        document.pages().stream()
                                .map(Document.StoredPage::number)
                                .toList()))
                .toList();
    }

    private String reason(Decision decision) {
        return decisions.words(decision).map(words -> words.reason()).orElse("");
    }

    private static String word(Decision decision) {
        return decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<Application> application(Helper helper) {
        return applications.openOf(helper.owner());
    }
}
