package org.kith.server.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Stage;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Subject;
import org.kith.server.desk.web.CaseMatchPage.After;
import org.kith.server.desk.web.CaseMatchPage.Earlier;
import org.kith.server.desk.web.CaseMatchPage.Form;
import org.kith.server.desk.web.CaseMatchPage.Judged;
import org.kith.server.desk.web.CaseMatchPage.Other;
import org.kith.server.desk.web.CaseMatchPage.Row;
import org.kith.server.desk.web.CaseMatchSide.Field;
import org.kith.server.family.Families;
import org.kith.server.family.Family;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.Sameness;
import org.kith.server.matching.Judging;
import org.kith.server.matching.Match;
import org.kith.server.matching.MatchKind;
import org.kith.server.matching.MatchVerdict;
import org.kith.server.matching.Matches;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerId;
import org.springframework.stereotype.Component;

/// Lays two applications side by side, and says of the other no more than its reader has opened.
@Component
class CaseMatchViews {
    private static final String MASK = "••••";

    private final Matches matches;
    private final DraftAnswers answers;
    private final IdentityChecks checks;
    private final Decisions decisions;
    private final Families families;
    private final Programme programme;
    private final CaseViews views;

    CaseMatchViews(
            Matches matches,
            DraftAnswers answers,
            IdentityChecks checks,
            Decisions decisions,
            Families families,
            Programme programme,
            CaseViews views) {
        this.matches = matches;
        this.answers = answers;
        this.checks = checks;
        this.decisions = decisions;
        this.families = families;
        this.programme = programme;
        this.views = views;
    }

    CaseMatchesView of(ApplicationId application) {
        return new CaseMatchesView(matches.of(application).stream()
                .map(match -> new CaseMatchesView.Row(
                        match.id().value().toString(),
                        kinds(match),
                        day(match.foundAt()),
                        match.standing() == null ? null : match.standing().verdict()))
                .toList());
    }

    CaseMatchPage page(
            Match match, Application own, Application other, boolean opened, Form form, Map<String, String> errors) {
        var known = opened || match.is(MatchVerdict.SAME);
        return new CaseMatchPage(
                own.id().value().toString(),
                own.filedReference().orElseThrow().printed(),
                match.id().value().toString(),
                kinds(match),
                day(match.foundAt()),
                opened,
                family(own, other),
                known ? other(other) : null,
                rows(side(own), side(other), opened),
                new CaseMatchPage.Photos(hasPhoto(own), opened && hasPhoto(other)),
                judgements(match, own, other, known),
                after(match, other),
                Judging.isJudged(own),
                form,
                errors);
    }

    private static List<Row> rows(CaseMatchSide own, CaseMatchSide other, boolean opened) {
        return own.fields().entrySet().stream()
                .map(entry -> row(
                        entry.getKey(),
                        entry.getValue(),
                        other.fields().getOrDefault(entry.getKey(), Field.NOTHING),
                        opened))
                .filter(row -> !row.own().isEmpty() || !row.other().isEmpty())
                .toList();
    }

    private static Row row(String title, Field own, Field other, boolean opened) {
        return new Row(
                title,
                own.shown(),
                own.said(),
                opened ? other.shown() : masked(other),
                opened ? other.said() : "",
                sameness(own, other));
    }

    private static Sameness sameness(Field own, Field other) {
        if (own.spelt().isEmpty() || other.spelt().isEmpty()) return Sameness.UNKNOWN;
        return Collections.disjoint(own.spelt(), other.spelt()) ? Sameness.DIFFERS : Sameness.SAME;
    }

    /// Of a name its first letter, of all else nothing, not even how long it is.
    private static String masked(Field field) {
        if (field.shown().isEmpty()) return "";
        return field.isName() ? Character.toString(field.shown().codePointAt(0)) + MASK : MASK;
    }

    private CaseMatchSide side(Application application) {
        return new CaseMatchSide(
                programme.version(application.pack()), answers.of(application), checks.lastOf(application));
    }

    private boolean hasPhoto(Application application) {
        return checks.lastOf(application)
                .filter(check -> check.confirmed() && check.photoTaken())
                .isPresent();
    }

    private String family(Application own, Application other) {
        return families.of(own.person())
                .filter(family -> families.of(other.person())
                        .filter(theirs -> theirs.id().equals(family.id()))
                        .isPresent())
                .map(Family::printed)
                .orElse("");
    }

    private Other other(Application other) {
        return new Other(
                other.id().value().toString(),
                other.filedReference().orElseThrow().printed(),
                other.stage(),
                day(Objects.requireNonNull(other.filedAt())),
                decisions.about(Subject.of(other.id())).stream()
                        .filter(decision -> decision.state() == Decision.State.MADE)
                        .map(decision -> new Earlier(
                                decision.verdict(), decision.number().printed(), decision.day()))
                        .toList());
    }

    private List<Judged> judgements(Match match, Application own, Application other, boolean known) {
        return matches.judgements(match, List.of(own, other)).stream()
                .map(each -> {
                    var here = each.judgement().application().equals(own.id());
                    return new Judged(
                            each.judgement().verdict(),
                            views.name(new OfficerId(each.judgement().officer())),
                            day(each.judgement().at()),
                            each.reason(),
                            here || known
                                    ? (here ? own : other)
                                            .filedReference()
                                            .orElseThrow()
                                            .printed()
                                    : "");
                })
                .toList();
    }

    /// What one may do now. **Nothing ends by itself**: whoever has two applications says which is to go on, and a
    /// refusal is announced like any other.
    private static @Nullable After after(Match match, Application other) {
        if (match.is(MatchVerdict.CANNOT_TELL)) return new After("match.after.ask", true);
        if (match.is(MatchVerdict.ANOTHER)) return new After("match.after.another", false);
        if (match.isOpen()) return null;
        if (other.stage() == Stage.APPROVED) return new After("match.after.card", true);
        if (other.stage() == Stage.REFUSED) return new After("match.after.refused", false);
        return other.stage().isClosed() ? new After("match.after.over", false) : new After("match.after.running", true);
    }

    private static List<String> kinds(Match match) {
        return Stream.of(MatchKind.values())
                .filter(match.kinds()::contains)
                .map(kind ->
                        "match.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
