package org.kith.server.identity;

import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Removes a draft: its row, its answers, its papers with their files, and what the journal kept beside its entries.
@Service
public class DeleteDraft {
    private final Applications applications;
    private final Documents documents;
    private final Uploads uploads;
    private final Journal journal;

    DeleteDraft(Applications applications, Documents documents, Uploads uploads, Journal journal) {
        this.applications = applications;
        this.documents = documents;
        this.uploads = uploads;
        this.journal = journal;
    }

    /// At the person's wish; false where there is none, perhaps after a second press of the button.
    @Transactional
    public boolean of(PersonId person) {
        var found = applications.openOf(person).flatMap(open -> applications.lockIfThere(open.id()));
        if (found.isEmpty() || found.get().stage() != Stage.DRAFT) return false;

        remove(found.get());
        journal.record(
                Deed.DRAFT_DELETED, Actor.of(person), person, found.get().id().asCase());
        return true;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(Application draft) {
        for (var document : documents.of(draft.id())) {
            documents.remove(document);
            journal.forgetDetails(
                    draft.person(), new Case(CaseKind.DOCUMENT, document.id().value()));
        }
        uploads.removeAll(draft);
        journal.forgetDetails(draft.person(), draft.id().asCase());
        applications.delete(draft);
    }
}
