package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import org.kith.server.application.Application;
import org.kith.server.portal.web.TaskListPage.State;
import org.kith.server.portal.web.TaskListPage.Task;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Component;

/// The papers of a draft as the task list and the last reading show them.
@Component
class DraftPapers {
    private final Texts texts;

    DraftPapers(Texts texts) {
        this.texts = texts;
    }

    Task task(Application draft, Locale language) {
        return new Task(
                texts.text(language, "tasks.papers"),
                texts.text(language, "tasks.papers.hint", 0),
                "/apply/documents",
                State.OPTIONAL);
    }

    List<String> listed(Application draft, Locale language) {
        return List.of();
    }
}
