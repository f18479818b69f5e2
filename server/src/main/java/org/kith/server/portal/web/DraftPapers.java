package org.kith.server.portal.web;

import com.ibm.icu.text.DateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import org.kith.server.application.Application;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.Documents;
import org.kith.server.portal.web.TaskListPage.State;
import org.kith.server.portal.web.TaskListPage.Task;
import org.kith.server.programme.Programme;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Component;

/// The papers of a draft as the task list and the last reading show them.
@Component
class DraftPapers {
    private final Texts texts;
    private final Documents documents;
    private final SharedPapers shared;
    private final Programme programme;

    DraftPapers(Texts texts, Documents documents, SharedPapers shared, Programme programme) {
        this.shared = shared;
        this.texts = texts;
        this.documents = documents;
        this.programme = programme;
    }

    Task task(Application draft, Locale language) {
        return new Task(
                texts.text(language, "tasks.papers"),
                texts.text(
                        language, "tasks.papers.hint", documents.of(draft.id()).size()),
                "/apply/documents",
                State.OPTIONAL);
    }

    /// Papers of relatives that serve the draft, or served it until their owner ended that.
    List<Task> ofRelatives(Application draft, Locale language) {
        var pack = programme.version(draft.pack());
        var words = pack.messages().in(language.toLanguageTag());
        return shared.serving(draft.person()).stream()
                .flatMap(share -> pack
                        .evidence()
                        .find(share.evidence())
                        .map(paper -> relatives(share, words.text(paper.titleKey()), language))
                        .stream())
                .toList();
    }

    private Task relatives(SharedPaper share, String title, Locale language) {
        var verified = share.verifiedAt();
        if (!share.stands()) {
            return new Task(title, texts.text(language, "family.papers.ended"), "/apply/documents", State.OPEN);
        }
        if (verified == null) {
            return new Task(title, texts.text(language, "family.papers.waiting"), "/apply/documents", State.LATER);
        }
        var day = DateFormat.getDateInstance(DateFormat.LONG, language)
                .format((Temporal) LocalDate.ofInstant(verified, ZoneOffset.UTC));
        return new Task(title, texts.text(language, "family.papers.checked", day), "/apply/documents", State.DONE);
    }

    List<String> listed(Application draft, Locale language) {
        var evidence = programme.version(draft.pack()).evidence();
        return documents.of(draft.id()).stream()
                .flatMap(document -> evidence.find(document.evidence()).stream())
                .map(paper -> programme.texts(language).text(paper.titleKey()))
                .toList();
    }
}
