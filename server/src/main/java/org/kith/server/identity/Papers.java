package org.kith.server.identity;

import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.PapersWanted;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.AddResult.Added;
import org.kith.server.identity.AddResult.Closed;
import org.kith.server.identity.AddResult.Enough;
import org.kith.server.identity.AddResult.NotAsked;
import org.kith.server.identity.AddResult.NotNow;
import org.kith.server.identity.AddResult.NotTaken;
import org.kith.server.identity.Document.StoredPage;
import org.kith.server.identity.intake.Redrawing;
import org.kith.server.identity.storage.FilesAway;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes papers in, shows them, and gives them back.
@Service
public class Papers {
    /// Of one kind of evidence.
    public static final int MOST = 5;

    private final Applications applications;
    private final Documents documents;
    private final Deadlines deadlines;
    private final Redrawing redrawing;
    private final Programme programme;
    private final List<PapersWanted> wanted;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Papers(
            Applications applications,
            Documents documents,
            Deadlines deadlines,
            Redrawing redrawing,
            Programme programme,
            List<PapersWanted> wanted,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.documents = documents;
        this.deadlines = deadlines;
        this.redrawing = redrawing;
        this.programme = programme;
        this.wanted = List.copyOf(wanted);
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Takes a paper for an application's evidence. Drawing it anew may take a while and holds nothing meanwhile.
    public AddResult add(ApplicationId id, String evidence, InputStream file) {
        var application = applications.find(id).orElseThrow();
        if (!isAsked(application, evidence)) return new NotAsked();
        if (!takesPapers(application)) return new Closed();

        return switch (redrawing.redraw(file)) {
            case Intake.Accepted(var pages) -> keep(application, evidence, pages);
            case Intake.NotChecked why -> new NotNow(why.textKey());
            case Intake.Refused why -> new NotTaken(why);
        };
    }

    /// Gives a paper back before the application is sent.
    @Transactional
    public boolean remove(ApplicationId id, DocumentId document) {
        var application = applications.lock(id);
        var found = documents.find(document).filter(each -> each.application().equals(id));
        if (found.isEmpty() || application.stage() != Stage.DRAFT) return false;

        documents.remove(found.get());
        record(Deed.DOCUMENT_REMOVED, application, found.get());
        return true;
    }

    /// A page, for the person whose it is.
    public Optional<byte[]> own(Application application, DocumentId document, int page) {
        return documents
                .find(document)
                .filter(each -> each.application().equals(application.id()))
                .flatMap(each -> documents.page(application, each, page));
    }

    /// A page, for an officer who has the case before them. The look is written down before anything is shown.
    @Transactional
    public Optional<byte[]> look(
            ApplicationId id, DocumentId document, int page, Actor.Officer officer, LookPurpose purpose) {
        var application = applications.find(id).orElseThrow();
        var found = documents.find(document).filter(each -> each.application().equals(id));
        if (found.isEmpty()) return Optional.empty();

        journal.look(
                Deed.DOCUMENT_SEEN,
                officer,
                application.person(),
                new Case(CaseKind.DOCUMENT, document.value()),
                purpose);
        return documents.page(application, found.get(), page);
    }

    /// Whether a HEIC photo can be taken as it is; else a browser is told to convert it.
    public boolean takesHeic() {
        return redrawing.takesHeic();
    }

    /// While they can count for something.
    public boolean takesPapers(Application application) {
        return switch (application.stage()) {
            case DRAFT, SUBMITTED, BOOKED, MORE_ASKED, REFUSAL_ANNOUNCED, REFUSED, APPEALED -> true;
            case APPROVED -> wanted.stream().anyMatch(each -> each.isWanted(application));
            case IDENTITY_CONFIRMED,
                    UNDER_REVIEW,
                    APPROVAL_PROPOSED,
                    WITHDRAWN,
                    LAPSED,
                    REFUSAL_PROPOSED,
                    APPEAL_PROPOSED,
                    REFUSAL_FINAL -> false;
        };
    }

    /// Files first, then the rows that name them; and if it does not come to rows, no files.
    private AddResult keep(Application application, String evidence, List<Page> pages) {
        try {
            var stored = documents.store(application, pages);
            var result = transaction.execute(_ -> keep(application.id(), evidence, pages, stored));
            if (!(result instanceof Added(var document) && document.pages().equals(stored))) documents.discard(stored);
            return result;
        } catch (FilesAway _) {
            return new NotNow("uploads.away");
        }
    }

    private AddResult keep(ApplicationId id, String evidence, List<Page> pages, List<StoredPage> stored) {
        var application = applications.lock(id);
        if (!takesPapers(application)) return new Closed();
        var ofThatKind = documents.of(id).stream()
                .filter(each -> each.evidence().equals(evidence))
                .toList();
        // A second press of the button sends the same file again.
        for (var each : ofThatKind) if (isSame(application, each, pages)) return new Added(each);
        if (ofThatKind.size() >= MOST) return new Enough();

        var document = documents.add(application, evidence, stored, clock.instant());
        deadlines.touch(id, clock.instant());
        if (application.stage() == Stage.APPROVED) deadlines.paperAdded(id, clock.instant());
        record(Deed.DOCUMENT_ADDED, application, document);
        return new Added(document);
    }

    private boolean isSame(Application application, Document document, List<Page> pages) {
        if (document.pages().size() != pages.size()) return false;

        return document.pages().stream().allMatch(kept -> {
            var page = pages.get(kept.number() - 1);
            return kept.bytes() == page.jpeg().length
                    && documents
                            .page(application, document, kept.number())
                            .filter(jpeg -> Arrays.equals(jpeg, page.jpeg()))
                            .isPresent();
        });
    }

    boolean isAsked(Application application, String evidence) {
        return programme
                .version(application.pack())
                .evidence()
                .find(evidence)
                .filter(paper -> !paper.atCentre())
                .isPresent();
    }

    private void record(Deed deed, Application application, Document document) {
        journal.record(
                deed,
                Actor.of(application.person()),
                application.person(),
                new Case(CaseKind.DOCUMENT, document.id().value()),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.EVIDENCE, new Code(document.evidence()))
                        .and(Detail.COUNT, document.pages().size()));
    }
}
