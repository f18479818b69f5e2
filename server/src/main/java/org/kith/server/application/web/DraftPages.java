package org.kith.server.application.web;

import java.util.Optional;
import org.kith.pack.question.Page;
import org.kith.pack.question.Questions;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Drafting;
import org.kith.server.application.Stage;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// The pages of a person's own draft. No address carries an application's name: a person only ever sees their own.
@Component
class DraftPages {
    private static final String TASK_LIST = "/apply";

    private final Applications applications;
    private final Drafting drafting;
    private final Programme programme;

    DraftPages(Applications applications, Drafting drafting, Programme programme) {
        this.applications = applications;
        this.drafting = drafting;
        this.programme = programme;
    }

    /// A draft and one of its pages, with the questions asked in view of the answers so far.
    record Place(Application draft, Page page) {}

    Optional<Place> find(SignedInPerson person, String page) {
        return applications
                .openOf(person.person())
                .filter(application -> application.stage() == Stage.DRAFT)
                .flatMap(draft -> page(draft, page).map(found -> new Place(draft, found)));
    }

    /// The address of the next page that still has something to answer, else of the task list.
    String after(Place place) {
        var questions = questions(place.draft());
        var answers = drafting.answers(place.draft());
        var ids = questions.pages().stream().map(Page::id).toList();
        return questions.pages().subList(ids.indexOf(place.page().id()) + 1, ids.size()).stream()
                .map(later -> questions.shown(later, answers, drafting.today()))
                .filter(later -> later.questions().stream()
                        .anyMatch(question -> answers.to(question.id()).isEmpty()))
                .findFirst()
                .map(later -> "/apply/questions/" + later.id())
                .orElse(TASK_LIST);
    }

    private Optional<Page> page(Application draft, String id) {
        var questions = questions(draft);
        return questions
                .page(id)
                .map(page -> questions.shown(page, drafting.answers(draft), drafting.today()))
                .filter(page -> !page.questions().isEmpty());
    }

    private Questions questions(Application draft) {
        return programme.version(draft.pack()).questions();
    }
}
