package org.kith.server.desk.web;

import com.ibm.icu.text.ListFormatter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.programme.Evidence;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionType;
import org.kith.pack.question.SeenBy;
import org.kith.pack.question.Topic;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.application.Said;
import org.kith.server.desk.web.CaseSection.Fact;
import org.kith.server.desk.web.CaseSection.Proof;
import org.kith.server.desk.web.CaseSection.Rest;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.PassportField;
import org.kith.server.identity.Sameness;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Puts beside each answer what it rests on: a chip, a passport seen at a counter, a paper, or the person's word.
@Component
class CaseSections {
    private static final int PROOFS = 2;

    private final SharedPapers shared;
    private final CaseViews views;

    CaseSections(SharedPapers shared, CaseViews views) {
        this.shared = shared;
        this.views = views;
    }

    /// What a case's answers are read with.
    ///
    /// @param by who reads: what the programme asks for others only is not theirs
    record Reading(
            Pack pack,
            Texts texts,
            Answers given,
            Optional<IdentityCheck> check,
            List<CasePaperKind> papers,
            Set<SeenBy> by) {
        static Set<SeenBy> by(Officer officer) {
            var by = EnumSet.noneOf(SeenBy.class);
            // Who hears an appeal decides anew, on all that the first had.
            if (officer.is(Role.CASEWORKER) || officer.is(Role.APPEALS)) by.add(SeenBy.CASEWORKER);
            if (officer.is(Role.SUPERVISOR)) by.add(SeenBy.SUPERVISOR);
            return by;
        }

        boolean shows(Question question) {
            return question.seenBy().stream().anyMatch(by::contains);
        }

        /// Of a group, what the reader may see of each.
        Question readable(Question question) {
            return question.group()
                    .map(group -> question.keeping(
                            group.members().stream().filter(this::shows).toList()))
                    .orElse(question);
        }
    }

    /// The answers that were asked for, section by section.
    List<CaseSection> of(Application application, Reading reading, LocalDate filed) {
        var relatives = shared.serving(application.person());
        var questions = reading.pack().questions();
        return questions.sections().stream()
                .map(section -> new CaseSection(
                        reading.texts().text(section.titleKey()),
                        section.pages().stream()
                                .map(page -> questions.shown(page, reading.given(), filed))
                                .flatMap(page -> page.questions().stream())
                                .filter(reading::shows)
                                .map(question -> fact(reading.readable(question), reading, relatives))
                                .toList()))
                .filter(section -> !section.facts().isEmpty())
                .toList();
    }

    private Fact fact(Question question, Reading reading, List<SharedPaper> relatives) {
        var texts = reading.texts();
        var title = texts.has(question.shortKey()) ? question.shortKey() : question.labelKey();
        var said = reading.given()
                .to(question.id())
                .map(value ->
                        Said.of(question, value, reading.pack().questions().countries(), texts))
                .orElse("");
        var standing = reading.check()
                .filter(IdentityCheck::confirmed)
                .map(seen -> standing(seen, fields(question)))
                .orElse(Sameness.UNKNOWN);
        var proving = reading.pack().evidence().proving(question.id()).stream()
                .map(Evidence.Paper::id)
                .collect(Collectors.toSet());
        var kinds = reading.papers().stream()
                .filter(kind -> proving.contains(kind.code()))
                .toList();
        var proofs = proofs(kinds);
        var rests = new ArrayList<Rest>();
        reading.check().flatMap(check -> passport(check, standing)).ifPresent(rests::add);
        kinds.forEach(kind -> paper(kind).ifPresent(rests::add));
        relatives.stream()
                .filter(share -> share.stands() && proving.contains(share.evidence()))
                .map(share -> relative(share, texts))
                .forEach(rests::add);
        if (rests.isEmpty()) rests.add(word(question, said, reading));
        var count = kinds.stream().mapToInt(CasePaperKind::count).sum();
        return new Fact(
                question.id(),
                texts.text(title),
                said,
                standing == Sameness.DIFFERS,
                rests,
                proofs,
                count - proofs.size());
    }

    private Optional<Rest> passport(IdentityCheck check, Sameness standing) {
        var key = switch (standing) {
            case SAME -> check.chipRead() ? "case.rests.chip" : "case.rests.passport";
            case DIFFERS -> "case.rests.differs";
            case UNKNOWN -> null;
        };
        return Optional.ofNullable(key)
                .map(each -> new Rest(each, "", views.name(new OfficerId(check.officer())), day(check.at())));
    }

    /// What an officer read on one of a kind says more than that it was sent.
    private static Optional<Rest> paper(CasePaperKind kind) {
        var read = kind.papers().stream().filter(paper -> paper.read() != null).findFirst();
        if (read.isPresent()) {
            var paper = read.get();
            return Optional.of(new Rest("case.rests.read", kind.title(), paper.reader(), paper.read()));
        }
        return kind.papers().stream()
                .findFirst()
                .map(paper -> new Rest("case.rests.sent", kind.title(), "", paper.day()));
    }

    private static Rest relative(SharedPaper share, Texts texts) {
        var what = texts.text("evidence." + share.evidence() + ".title");
        return share.verifiedAt() == null
                ? new Rest("case.rests.relative-waits", what, "", null)
                : new Rest("case.rests.relative", what, "", day(share.verifiedAt()));
    }

    /// The person's own word, and what would show it.
    private static Rest word(Question question, String said, Reading reading) {
        var proving = reading.pack().evidence().proving(question.id());
        if (said.isEmpty()) return new Rest("case.rests.nothing", "", "", null);
        if (proving.isEmpty()) return new Rest("case.rests.declared", "", "", null);

        var titles = proving.stream()
                .map(paper -> reading.texts().text(paper.titleKey()))
                .toList();
        var locale = reading.texts().language().locale();
        var any = ListFormatter.getInstance(locale, ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(titles);
        return new Rest("case.rests.wanted", any, "", null);
    }

    private static List<Proof> proofs(List<CasePaperKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.papers().stream()
                        .flatMap(paper -> paper.leaves().stream().limit(1))
                        .map(leaf -> new Proof(kind.code(), kind.title(), leaf)))
                .limit(PROOFS)
                .toList();
    }

    /// The passport's fields that an answer can be compared with.
    private static Set<PassportField> fields(Question question) {
        if (question.type() == QuestionType.NAME && question.topic() == Topic.NAME) {
            return Set.of(PassportField.SURNAME, PassportField.GIVEN_NAMES);
        }
        if (question.type() == QuestionType.DATE && question.topic() == Topic.BIRTH) {
            return Set.of(PassportField.BIRTH_DATE);
        }
        return question.type() == QuestionType.PASSPORT
                ? Set.of(PassportField.NUMBER, PassportField.ISSUER, PassportField.EXPIRY)
                : Set.of();
    }

    private static Sameness standing(IdentityCheck check, Set<PassportField> fields) {
        var rows = check.fields().stream()
                .filter(row -> fields.contains(row.field()))
                .toList();
        if (rows.stream().anyMatch(row -> row.sameness() == Sameness.DIFFERS)) return Sameness.DIFFERS;
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.sameness() == Sameness.SAME)
                ? Sameness.SAME
                : Sameness.UNKNOWN;
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
