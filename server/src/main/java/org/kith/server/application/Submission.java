package org.kith.server.application;

import java.security.SecureRandom;
import java.time.Clock;
import org.kith.server.application.SubmissionResult.AlreadySubmitted;
import org.kith.server.application.SubmissionResult.NoDraft;
import org.kith.server.application.SubmissionResult.NotAdmitted;
import org.kith.server.application.SubmissionResult.NotComplete;
import org.kith.server.application.SubmissionResult.NotDeclared;
import org.kith.server.application.SubmissionResult.Objected;
import org.kith.server.application.SubmissionResult.Submitted;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.kith.server.rollout.Admission;
import org.kith.server.rollout.AdmissionResult.Admitted;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sends a draft: from then on it has a reference number, and the person's key is wrapped by the key of the country
/// they live in.
@Service
public class Submission {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Drafting drafting;
    private final Residence residence;
    private final Admission admission;
    private final ObjectProvider<BeforeSending> before;
    private final Programme programme;
    private final Vault vault;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Submission(
            Applications applications,
            DraftAnswers answers,
            Drafting drafting,
            Residence residence,
            Admission admission,
            ObjectProvider<BeforeSending> before,
            Programme programme,
            Vault vault,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.drafting = drafting;
        this.residence = residence;
        this.admission = admission;
        this.before = before;
        this.programme = programme;
        this.vault = vault;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public SubmissionResult submit(PersonId person, boolean declared) {
        var found = applications.openOf(person);
        if (found.isEmpty()) return new NoDraft();
        var draft = applications.lock(found.get().id());
        var sent = draft.reference();
        if (sent != null) return new AlreadySubmitted(sent);
        if (!declared) return new NotDeclared();
        var questions = programme.version(draft.pack()).questions();
        var given = answers.of(draft);
        var open = questions.open(given, drafting.today());
        if (!open.isEmpty()) return new NotComplete(open);
        var objection = before.stream()
                .flatMap(each -> each.objection(draft, given).stream())
                .findFirst();
        if (objection.isPresent()) return new Objected(objection.get());
        var country = residence.of(draft, given);
        if (!(admission.admit(person, country) instanceof Admitted)) return new NotAdmitted();

        var reference = file(draft, country);
        answers.keepNewestOnly(draft.id());
        applications.take(draft, Step.SUBMIT, Party.APPLICANT);
        events.publishEvent(new ApplicationSubmitted(draft.id().value()));
        journal.record(Deed.SUBMITTED, Actor.of(person), person, draft.id().asCase());
        return new Submitted(reference);
    }

    private Reference file(Application draft, CountryCode residence) {
        vault.move(draft.person(), residence);
        var state = programme.current().programme().state();
        while (true) {
            var reference = Reference.random(state, random);
            if (applications.file(draft.id(), reference, residence, clock.instant())) return reference;
        }
    }
}
