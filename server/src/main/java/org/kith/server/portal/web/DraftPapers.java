package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import org.kith.server.application.Application;
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
    private final Programme programme;

    DraftPapers(Texts texts, Documents documents, Programme programme) {
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

    List<String> listed(Application draft, Locale language) {
        var evidence = programme.version(draft.pack()).evidence();
        return documents.of(draft.id()).stream()
                .flatMap(document -> evidence.find(document.evidence()).stream())
                .map(paper -> programme.texts(language).text(paper.titleKey()))
                .toList();
    }
}
