package org.kith.server.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.pack.question.Answers;
import org.kith.pack.question.CheckedPage;
import org.kith.pack.question.Page;
import org.kith.pack.question.Value;
import org.kith.server.application.DraftAnswers.Versioned;
import org.kith.server.application.Saving.ChangedElsewhere;
import org.kith.server.application.Saving.NotADraft;
import org.kith.server.application.Saving.PartlySaved;
import org.kith.server.application.Saving.Saved;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Starting and filling in a draft, page by page, each answer saved as it is given.
@Service
public class Drafting {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Programme programme;
    private final PassportLines passportLines;
    private final ListDrafting lists;
    private final Journal journal;
    private final Clock clock;

    Drafting(
            Applications applications,
            DraftAnswers answers,
            Programme programme,
            PassportLines passportLines,
            ListDrafting lists,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.programme = programme;
        this.passportLines = passportLines;
        this.lists = lists;
        this.journal = journal;
        this.clock = clock;
    }

    /// The person's application, started now if there was none, with answers they gave before signing in.
    @Transactional
    public Application start(PersonId person, Answers carried) {
        var existing = applications.openOf(person);
        if (existing.isPresent()) return existing.get();

        var pack = programme.current().digest();
        var started = applications.start(ApplicationId.random(), person, pack, clock.instant());
        if (started.isEmpty()) return applications.openOf(person).orElseThrow();

        var draft = started.get();
        carried.values().forEach((question, value) -> answers.save(draft, question, 1, value));
        journal.record(Deed.DRAFT_STARTED, Actor.of(person), person, draft.id().asCase());
        return draft;
    }

    public Answers answers(Application draft) {
        return answers.of(draft);
    }

    /// The answers, and the version each stands at.
    public Versioned given(Application draft) {
        return answers.versioned(draft);
    }

    /// Saves what a form sent for one page.
    ///
    /// @param seen the version of each answer when the form was shown
    @Transactional
    public Saving save(ApplicationId id, Page page, Map<String, String> form, Map<String, Integer> seen) {
        var draft = applications.lock(id);
        if (draft.stage() != Stage.DRAFT) return new NotADraft();

        var today = today();
        var before = answers.versioned(draft);
        var checked = both(
                passportLines.check(programme.version(draft.pack()).questions(), page, form, today),
                lists.complete(draft, page, before.answers()));
        var changes = changes(checked, before);
        var elsewhere = changedElsewhere(changes, before, seen);
        if (!elsewhere.isEmpty()) return new ChangedElsewhere(elsewhere);

        changes.forEach(
                (question, value) -> answers.save(draft, question, before.version(question) + 1, value.orElse(null)));
        if (!changes.isEmpty()) {
            journal.record(
                    Deed.ANSWER_SAVED,
                    Actor.of(draft.person()),
                    draft.person(),
                    draft.id().asCase());
        }
        return checked.refused().isEmpty() ? new Saved() : new PartlySaved(checked.refused());
    }

    /// Where no time zone of the person is known, a day begins for everyone when it begins in UTC.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static CheckedPage both(CheckedPage fields, CheckedPage lists) {
        var accepted = new LinkedHashMap<>(fields.accepted());
        accepted.putAll(lists.accepted());
        return new CheckedPage(
                accepted,
                Stream.concat(fields.leftEmpty().stream(), lists.leftEmpty().stream())
                        .toList(),
                Stream.concat(fields.refused().stream(), lists.refused().stream())
                        .toList());
    }

    /// What differs from the draft; an emptied answer is an empty value.
    private static Map<String, Optional<Value>> changes(CheckedPage checked, Versioned before) {
        var changes = new LinkedHashMap<String, Optional<Value>>();
        checked.accepted().forEach((question, value) -> changes.put(question, Optional.of(value)));
        checked.leftEmpty().forEach(question -> changes.put(question, Optional.empty()));
        changes.entrySet()
                .removeIf(change -> before.answers().to(change.getKey()).equals(change.getValue()));
        return changes;
    }

    private static Set<String> changedElsewhere(
            Map<String, Optional<Value>> changes, Versioned before, Map<String, Integer> seen) {
        return changes.keySet().stream()
                .filter(question -> before.version(question) > seen.getOrDefault(question, 0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
