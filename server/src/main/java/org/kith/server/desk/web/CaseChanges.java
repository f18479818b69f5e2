package org.kith.server.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.pack.Pack;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.decision.CaseNotes;
import org.kith.server.decision.CaseVisits;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Replies;
import org.kith.server.decision.Subject;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.Documents;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.inquiry.Inquiries;
import org.kith.server.staff.Officer;
import org.springframework.stereotype.Component;

/// Finds what is new in a case since an officer last looked at it. What they did themselves is no news to them.
@Component
class CaseChanges {
    private final CaseVisits visits;
    private final DraftAnswers answers;
    private final Documents documents;
    private final SharedPapers shared;
    private final IdentityChecks identity;
    private final Decisions decisions;
    private final Replies replies;
    private final CaseNotes notes;
    private final Inquiries inquiries;

    CaseChanges(
            CaseVisits visits,
            DraftAnswers answers,
            Documents documents,
            SharedPapers shared,
            IdentityChecks identity,
            Decisions decisions,
            Replies replies,
            CaseNotes notes,
            Inquiries inquiries) {
        this.visits = visits;
        this.answers = answers;
        this.documents = documents;
        this.shared = shared;
        this.identity = identity;
        this.decisions = decisions;
        this.replies = replies;
        this.notes = notes;
        this.inquiries = inquiries;
    }

    /// Writes down that the officer looks, and finds what is new to them.
    CaseNews news(Application application, Pack pack, Texts texts, Officer officer) {
        return visits.look(officer.id(), application.id())
                .map(before -> new CaseNews(
                        LocalDate.ofInstant(before, ZoneOffset.UTC), since(before, application, pack, texts, officer)))
                .orElse(CaseNews.FIRST_TIME);
    }

    private List<CaseChange> since(Instant since, Application application, Pack pack, Texts texts, Officer officer) {
        var changes = new ArrayList<CaseChange>();
        answers.changedSince(application.id(), since)
                .forEach((question, at) -> pack.questions()
                        .find(question)
                        .ifPresent(each -> changes.add(
                                new CaseChange("case.new.answer", texts.text(each.labelKey()), at, "facts"))));
        documents
                .addedSince(application.id(), since)
                .forEach((evidence, at) ->
                        changes.add(new CaseChange("case.new.paper", title(evidence, texts), at, "kind-" + evidence)));
        relatives(application, since, texts).forEach(changes::add);
        identity.lastOf(application)
                .filter(check -> check.at().isAfter(since))
                .ifPresent(check -> changes.add(new CaseChange("case.new.identity", "", check.at(), "identity")));
        decisions.about(Subject.of(application.id())).forEach(decision -> decided(decision, since, officer, changes));
        notes.of(application).stream()
                .filter(note -> note.at().isAfter(since) && !note.officer().equals(officer.id()))
                .forEach(note -> changes.add(new CaseChange("case.new.note", "", note.at(), "notes")));
        inquiries
                .of(application)
                .forEach(inquiry -> inquiry.newest()
                        .filter(found ->
                                found.at().isAfter(since) && !officer.id().equals(found.officer()))
                        .ifPresent(found -> changes.add(new CaseChange(
                                "case.new.check", texts.text(inquiry.check().titleKey()), found.at(), "checks"))));
        changes.sort(Comparator.comparing(CaseChange::at).reversed());
        return changes;
    }

    private Stream<CaseChange> relatives(Application application, Instant since, Texts texts) {
        return shared.serving(application.person()).stream()
                .filter(SharedPaper::counts)
                .flatMap(share -> Optional.ofNullable(share.verifiedAt()).stream()
                        .filter(at -> at.isAfter(since))
                        .map(at -> new CaseChange("case.new.relative", title(share.evidence(), texts), at, "family")));
    }

    private void decided(Decision decision, Instant since, Officer officer, List<CaseChange> changes) {
        var number = decision.number().printed();
        var settled = decision.settledAt();
        if (settled == null
                && decision.proposedAt().isAfter(since)
                && !officer.id().equals(decision.first())) {
            changes.add(new CaseChange("case.new.proposed", number, decision.proposedAt(), "decisions"));
        }
        var settler = decision.second() == null ? decision.first() : decision.second();
        if (settled != null && settled.isAfter(since) && !officer.id().equals(settler)) {
            changes.add(new CaseChange("case.new." + decision.state().name(), number, settled, "decisions"));
        }
        replies.to(decision)
                .filter(reply -> reply.at().isAfter(since))
                .ifPresent(reply -> changes.add(new CaseChange("case.new.reply", number, reply.at(), "decisions")));
    }

    private static String title(String evidence, Texts texts) {
        return texts.text("evidence." + evidence + ".title");
    }
}
