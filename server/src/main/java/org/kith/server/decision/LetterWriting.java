package org.kith.server.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.pack.Pack;
import org.kith.pack.programme.CardCauses.Cause;
import org.kith.pack.rule.Outcome;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.GroundView;
import org.kith.server.application.Reference;
import org.kith.server.decision.DecisionLetter.Fact;
import org.kith.server.decision.DecisionLetter.Line;
import org.kith.server.decision.DecisionLetter.Part;
import org.kith.server.notify.AddressBook;
import org.kith.server.notify.Contact;
import org.kith.server.programme.Programme;
import org.kith.server.site.Texts;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Writes a decision's letter in the language that its person chose: what was decided, on what, why, what would change
/// it, until when and how it can be answered, and who hears an appeal.
@Component
class LetterWriting {
    private final Programme programme;
    private final Applications applications;
    private final FiledTrace traces;
    private final ObjectProvider<Judged> judged;
    private final AddressBook addresses;
    private final Texts texts;

    LetterWriting(
            Programme programme,
            Applications applications,
            FiledTrace traces,
            ObjectProvider<Judged> judged,
            AddressBook addresses,
            Texts texts) {
        this.programme = programme;
        this.applications = applications;
        this.traces = traces;
        this.judged = judged;
        this.addresses = addresses;
        this.texts = texts;
    }

    DecisionLetter of(Decision decision, DecisionWords words) {
        var language = language(decision.person());
        var pack = programme.version(decision.pack());
        var pen = new LetterPen(language, texts, pack.messages().in(language.toLanguageTag()));
        var parts = new ArrayList<Part>();
        ground(decision, pack, pen).ifPresent(parts::add);
        parts.add(reason(words, pen));
        asked(words, pack, pen).ifPresent(parts::add);
        seen(decision, words, pen).ifPresent(parts::add);
        parts.addAll(new LetterTimes(decision, pack.programme().limits(), isAtOnce(decision, pack), pen).parts());
        return new DecisionLetter(
                language.toLanguageTag(),
                pen.text(key(decision.verdict()) + ".title"),
                pen.text(decision.openingKey()),
                facts(decision, pack, pen),
                parts);
    }

    /// The key of a verdict's texts.
    static String key(Verdict verdict) {
        return "message." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Locale language(PersonId person) {
        var known = programme.languages();
        return addresses
                .contact(person)
                .map(Contact::language)
                .filter(known::contains)
                .orElse(known.getFirst());
    }

    private List<Fact> facts(Decision decision, Pack pack, LetterPen pen) {
        return List.of(
                pen.fact("number", decision.number().printed()),
                pen.fact("day", pen.day(decision.day())),
                pen.fact("authority", pen.pack("authority.name")),
                pen.fact("rules", pack.version()),
                switch (decision.subject().kind()) {
                    case APPLICATION -> pen.fact("application", reference(decision));
                    case CARD -> pen.fact("card", printed(decision.subject()));
                });
    }

    private String reference(Decision decision) {
        return applications
                .find(new ApplicationId(decision.subject().id()))
                .flatMap(application -> application.filedReference())
                .map(Reference::printed)
                .orElse("");
    }

    private String printed(Subject subject) {
        return judged.stream()
                .filter(register -> register.kind() == subject.kind())
                .findFirst()
                .map(register -> register.printed(subject))
                .orElse("");
    }

    /// The ground, its law and its own text, as the person saw them when they checked and when they applied.
    private Optional<Part> ground(Decision decision, Pack pack, LetterPen pen) {
        var code = decision.ground();
        if (code == null) return Optional.empty();
        if (decision.subject().kind() == Subject.Kind.CARD) return cause(code, pack, pen);
        var known = pack.eligibility().ground(code);
        if (known.isEmpty()) return Optional.empty();

        var lines = new ArrayList<Line>();
        lines.add(pen.line(pen.pack(known.get().titleKey())));
        lines.add(pen.line(pen.pack(known.get().lawKey())));
        ruled(decision, pack, pen).stream()
                .filter(view -> view.id().equals(code))
                .flatMap(view -> own(view, pen))
                .forEach(lines::add);
        return Optional.of(pen.part("letter.ground", lines));
    }

    private static Optional<Part> cause(String code, Pack pack, LetterPen pen) {
        return pack.programme()
                .measures()
                .find(code)
                .map(cause -> pen.part(
                        "letter.cause",
                        List.of(pen.line(pen.pack(cause.titleKey())), pen.line(pen.pack(cause.lawKey())))));
    }

    private static boolean isAtOnce(Decision decision, Pack pack) {
        var code = decision.ground();
        return code != null
                && decision.verdict() == Verdict.SUSPEND
                && pack.programme().measures().find(code).filter(Cause::atOnce).isPresent();
    }

    private List<GroundView> ruled(Decision decision, Pack pack, LetterPen pen) {
        return applications
                .find(new ApplicationId(decision.subject().id()))
                .map(application -> GroundView.of(traces.of(application), pack, pen.packTexts()))
                .orElse(List.of());
    }

    private static Stream<Line> own(GroundView view, LetterPen pen) {
        var clauses = view.clauses().stream()
                .map(clause -> pen.item(pen.pair(clause.text(), "outcome." + code(clause.result()))));
        return Stream.of(
                        Stream.of(pen.line(view.reason())),
                        clauses,
                        view.cure().stream().map(pen::line))
                .flatMap(each -> each);
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Part reason(DecisionWords words, LetterPen pen) {
        var lines = new ArrayList<Line>();
        var asked = words.asked();
        if (asked != null) lines.add(pen.line(pen.text(asked.why().key())));
        lines.addAll(pen.officersWords(words.reason(), words.language()));
        if (!words.cure().isEmpty()) {
            lines.add(pen.line(pen.text("letter.cure")));
            lines.addAll(pen.officersWords(words.cure(), words.language()));
        }
        if (lines.isEmpty()) lines.add(pen.line(pen.text("letter.reason.none")));
        return pen.part("message.reason", lines);
    }

    private static Optional<Part> asked(DecisionWords words, Pack pack, LetterPen pen) {
        var papers = words.papers().stream()
                .flatMap(code -> pack.evidence().find(code).stream())
                .map(paper -> pen.item(pen.pack(paper.titleKey())));
        var questions = words.questions().stream()
                .flatMap(code -> pack.questions().find(code).stream())
                .map(question -> pen.item(pen.pack(question.labelKey())));
        var lines = Stream.concat(papers, questions).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(pen.part("message.papers", lines));
    }

    /// What lay before whoever decided, by title.
    private static Optional<Part> seen(Decision decision, DecisionWords words, LetterPen pen) {
        if (words.lookedAt().isEmpty() && decision.subject().kind() == Subject.Kind.CARD) return Optional.empty();

        var lines = words.lookedAt().stream()
                .map(code -> pen.item(pen.pack("evidence." + code + ".title")))
                .toList();
        return Optional.of(
                pen.part("letter.seen", lines.isEmpty() ? List.of(pen.line(pen.text("letter.seen.none"))) : lines));
    }
}
