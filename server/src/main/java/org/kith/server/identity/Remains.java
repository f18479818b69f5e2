package org.kith.server.identity;

import org.kith.server.application.Application;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Deadlines.Deadline;
import org.kith.server.application.Deadlines.Kind;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Lapsing;
import org.kith.server.application.Stage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is left of an application, and how each part of it goes: rows first, sealed files once that is committed.
@Component
class Remains {
    private final DeleteDraft drafts;
    private final Documents documents;
    private final DraftAnswers answers;
    private final IdentityChecks checks;
    private final Photos photos;
    private final Deadlines deadlines;
    private final Lapsing lapsing;
    private final ObjectProvider<GoesWithAnswers> others;

    Remains(
            DeleteDraft drafts,
            Documents documents,
            DraftAnswers answers,
            IdentityChecks checks,
            Photos photos,
            Deadlines deadlines,
            Lapsing lapsing,
            ObjectProvider<GoesWithAnswers> others) {
        this.drafts = drafts;
        this.documents = documents;
        this.answers = answers;
        this.checks = checks;
        this.photos = photos;
        this.deadlines = deadlines;
        this.lapsing = lapsing;
        this.others = others;
    }

    /// Whether there is anything to let go of. Nobody is told of the end of nothing.
    boolean any(Application application, Kind kind) {
        return switch (kind) {
            case DRAFT -> application.stage() == Stage.DRAFT;
            case PAPERS ->
                !ledToACard(application) || !documents.of(application.id()).isEmpty();
            case PHOTO -> !photos.all(application).isEmpty();
            case VISIT -> application.stage() == Stage.SUBMITTED;
        };
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(Application application, Deadline deadline) {
        switch (deadline.kind()) {
            case DRAFT -> drafts.remove(application);
            case PAPERS -> removePapers(application);
            case PHOTO -> photos.all(application).forEach(photos::remove);
            case VISIT -> lapsing.lapse(application);
        }
        deadlines.remove(deadline);
    }

    private void removePapers(Application application) {
        documents.of(application.id()).forEach(documents::remove);
        if (ledToACard(application)) return;

        answers.removeAll(application.id());
        checks.removeAll(application);
        others.forEach(each -> each.letGo(application));
    }

    private static boolean ledToACard(Application application) {
        return application.stage() == Stage.APPROVED;
    }
}
