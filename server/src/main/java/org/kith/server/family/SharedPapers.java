package org.kith.server.family;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.Document;
import org.kith.server.identity.DocumentId;
import org.kith.server.identity.Documents;
import org.kith.server.identity.Papers;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Evidence that is verified once and serves a family, each share with its owner's consent. **Without consent nothing
/// of a paper reaches another case, not even that it is there.**
@Service
public class SharedPapers {
    private final PaperShares shares;
    private final VerifiedPapers verified;
    private final Families families;
    private final Applications applications;
    private final Documents documents;
    private final Papers papers;
    private final Programme programme;
    private final Journal journal;

    SharedPapers(
            PaperShares shares,
            VerifiedPapers verified,
            Families families,
            Applications applications,
            Documents documents,
            Papers papers,
            Programme programme,
            Journal journal) {
        this.shares = shares;
        this.verified = verified;
        this.families = families;
        this.applications = applications;
        this.documents = documents;
        this.papers = papers;
        this.programme = programme;
        this.journal = journal;
    }

    /// A person's own papers that may serve others, by the catalogue.
    public List<Document> shareable(PersonId owner) {
        return applications.openOf(owner).stream()
                .flatMap(application -> documents.of(application.id()).stream()
                        .filter(document -> paper(application, document.evidence())
                                .filter(Paper::shared)
                                .isPresent()))
                .toList();
    }

    /// What a person lets serve others now.
    public List<SharedPaper> sharedBy(PersonId owner) {
        return shares.standingOfOwner(owner);
    }

    /// What serves a person, or did: whoever looks at it sees what stands ([SharedPaper#stands]).
    public List<SharedPaper> serving(PersonId person) {
        return shares.serving(person);
    }

    /// The owner lets a paper serve somebody of their family; false where it is not theirs to share.
    @Transactional
    public boolean share(PersonId owner, DocumentId document, PersonId serves, Locale language) {
        var family = families.of(owner);
        var found = shareable(owner).stream()
                .filter(each -> each.id().equals(document))
                .findFirst();
        var together = family.isPresent() && family.equals(families.of(serves)) && !owner.equals(serves);
        if (found.isEmpty() || !together) return false;

        var added = shares.add(family.get().id(), found.get(), owner, serves, language);
        added.ifPresent(id -> {
            verified.of(document, owner).ifPresent(fact -> shares.verified(id, serves, fact));
            record(
                    Deed.PAPER_SHARED,
                    Actor.of(owner),
                    owner,
                    document,
                    found.get().evidence());
            record(
                    Deed.PAPER_SHARED,
                    Actor.of(owner),
                    serves,
                    document,
                    found.get().evidence());
        });
        return true;
    }

    /// The owner ends a consent. A decision that rests on the paper stands.
    @Transactional
    public void end(PersonId owner, DocumentId document, PersonId serves) {
        shares.standingOf(document).stream()
                .filter(share -> share.owner().equals(owner) && share.serves().equals(serves))
                .forEach(share -> end(share, Actor.of(owner)));
    }

    /// One leaves, with children: nothing is shared any more between those who go and those who stay.
    @Transactional
    void endBetween(Member leaving, List<Member> with, Actor by) {
        var going = with.stream().map(Member::person).collect(Collectors.toSet());
        going.add(leaving.person());
        Predicate<SharedPaper> parted = share -> going.contains(share.owner()) != going.contains(share.serves());
        families.members(leaving.family()).stream()
                .flatMap(member -> shares.standingOfOwner(member.person()).stream())
                .filter(parted)
                .forEach(share -> end(share, by));
    }

    /// An officer saw what a paper of a case shows. From now on it counts for everyone it serves.
    ///
    /// @param step the one of a group of ancestors that it tells of; null where nobody says
    @Transactional
    public boolean verify(
            Application application, DocumentId document, String fact, @Nullable String step, Actor.Officer officer) {
        var found = documents.find(document).filter(each -> each.application().equals(application.id()));
        if (found.isEmpty()) return false;

        var owner = application.person();
        verified.put(document, owner, fact, step, officer.id());
        var seen = verified.of(document, owner).orElseThrow();
        record(Deed.PAPER_VERIFIED, officer, owner, document, found.get().evidence());
        for (var share : shares.standingOf(document)) {
            shares.verified(share.id(), share.serves(), seen);
            record(Deed.PAPER_VERIFIED, officer, share.serves(), document, share.evidence());
        }
        return true;
    }

    /// What officers saw on these papers of an application, as far as they looked.
    public Map<DocumentId, VerifiedFact> seen(Application application, Collection<DocumentId> documents) {
        return verified.of(documents, application.person());
    }

    /// Which papers of an application officers laid to which of its ancestors.
    public List<LaidPaper> laid(Application application) {
        return verified.laid(application.id());
    }

    /// A page of a paper that serves the case an officer has open. Both people see the look: whose paper it is, and
    /// whose case.
    @Transactional
    public Optional<byte[]> look(
            Application application, SharedPaper.Id id, int page, Actor.Officer officer, LookPurpose purpose) {
        var share = serving(application.person()).stream()
                .filter(each -> each.id().equals(id) && each.stands())
                .findFirst();
        var document = share.flatMap(each -> documents.find(each.document()));
        if (document.isEmpty()) return Optional.empty();

        journal.look(
                Deed.SHARED_PAPER_SEEN,
                officer,
                application.person(),
                new Case(CaseKind.DOCUMENT, document.get().id().value()),
                purpose);
        return papers.look(document.get().application(), document.get().id(), page, officer, purpose);
    }

    /// Pages that are there to look at: none once the owner's file is gone, though the fact stays.
    public List<Integer> pages(SharedPaper share) {
        return documents.find(share.document()).stream()
                .flatMap(document -> document.pages().stream())
                .map(Document.StoredPage::number)
                .toList();
    }

    /// Codes of the catalogue that are met by another's paper.
    public List<String> evidence(Application application) {
        return serving(application.person()).stream()
                .filter(SharedPaper::counts)
                .map(SharedPaper::evidence)
                .distinct()
                .sorted()
                .toList();
    }

    /// Codes of papers that do not serve here though they were shared: no officer has verified them yet, or their owner
    /// ended the consent.
    public List<String> notServing(Application application) {
        return serving(application.person()).stream()
                .filter(share -> !share.counts())
                .map(SharedPaper::evidence)
                .distinct()
                .sorted()
                .toList();
    }

    /// A decision rests on what serves the application now, whatever comes of the consent later.
    @Transactional
    public void restOn(Application application, UUID decision) {
        serving(application.person()).stream()
                .filter(SharedPaper::counts)
                .forEach(share -> shares.decided(share.id(), decision));
    }

    private void end(SharedPaper share, Actor by) {
        shares.withdraw(share.id());
        record(Deed.PAPER_SHARING_ENDED, by, share.owner(), share.document(), share.evidence());
        record(Deed.PAPER_SHARING_ENDED, by, share.serves(), share.document(), share.evidence());
    }

    private Optional<Paper> paper(Application application, String evidence) {
        return programme.version(application.pack()).evidence().find(Objects.requireNonNull(evidence));
    }

    private void record(Deed deed, Actor by, PersonId about, DocumentId document, String evidence) {
        journal.record(
                deed,
                by,
                about,
                new Case(CaseKind.DOCUMENT, document.value()),
                Details.of(Detail.EVIDENCE, new Code(evidence)));
    }
}
