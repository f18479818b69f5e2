package org.kith.server.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.GroundView;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.Better;
import org.kith.server.decision.Casework;
import org.kith.server.decision.Decision;
import org.kith.server.decision.NewerVersion;
import org.kith.server.decision.Subject;
import org.kith.server.desk.web.CasePage.Acts;
import org.kith.server.desk.web.CasePage.Choice;
import org.kith.server.desk.web.CasePage.Compared;
import org.kith.server.desk.web.CasePage.Identity;
import org.kith.server.desk.web.CasePage.Unchecked;
import org.kith.server.desk.web.CaseSections.Reading;
import org.kith.server.identity.Declared;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Gathers what a case page shows.
@Component
class CasePages {
    private final DraftAnswers answers;
    private final Adjudication adjudication;
    private final Casework casework;
    private final IdentityChecks checks;
    private final CasePapers papers;
    private final CaseSections sections;
    private final CaseTrees trees;
    private final Programme programme;
    private final CaseViews views;
    private final CaseFamilyViews families;
    private final CaseRulings rulings;
    private final CaseWorkViews works;
    private final CaseStops stops;
    private final CaseLanguages languages;
    private final CaseChanges changes;
    private final CaseChecks checksOf;
    private final CaseNotesViews notes;
    private final NewerVersion newer;
    private final CaseMatchViews matches;
    private final CaseTalks talks;
    private final Clock clock;

    CasePages(
            DraftAnswers answers,
            Adjudication adjudication,
            Casework casework,
            IdentityChecks checks,
            CasePapers papers,
            CaseSections sections,
            CaseTrees trees,
            Programme programme,
            CaseViews views,
            CaseFamilyViews families,
            CaseRulings rulings,
            CaseWorkViews works,
            CaseStops stops,
            CaseLanguages languages,
            CaseChanges changes,
            CaseChecks checksOf,
            CaseNotesViews notes,
            NewerVersion newer,
            CaseMatchViews matches,
            CaseTalks talks,
            Clock clock) {
        this.answers = answers;
        this.adjudication = adjudication;
        this.casework = casework;
        this.checks = checks;
        this.papers = papers;
        this.sections = sections;
        this.trees = trees;
        this.programme = programme;
        this.views = views;
        this.families = families;
        this.rulings = rulings;
        this.works = works;
        this.stops = stops;
        this.languages = languages;
        this.changes = changes;
        this.checksOf = checksOf;
        this.notes = notes;
        this.newer = newer;
        this.matches = matches;
        this.talks = talks;
        this.clock = clock;
    }

    CasePage page(
            Application application, Officer officer, LookPurpose opened, CaseForm form, Map<String, String> errors) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().in(Locale.ENGLISH.toLanguageTag());
        var given = answers.of(application);
        var check = checks.lastOf(application);
        var name = Declared.in(given, pack).name();
        var papers = this.papers.of(application, texts);
        var reading = new Reading(pack, texts, given, check, papers, Reading.by(officer));
        var decisions = views.about(Subject.of(application.id()));
        var filed = filed(application);
        return new CasePage(
                application.id().value().toString(),
                application.filedReference().orElseThrow().printed(),
                pack.version(),
                name.map(each -> each.inPassport()).orElse(""),
                name.map(each -> each.inOwnScript()).orElse(""),
                application.stage(),
                ChronoUnit.DAYS.between(filed, today()) + 1,
                ChronoUnit.DAYS.between(
                        filed, filed.plus(pack.programme().limits().decisionAim())),
                opened,
                changes.news(application, pack, texts, officer),
                better(application),
                casework.holder(application.id()).map(views::name).orElse(""),
                sections.of(application, reading, filed),
                trees.of(
                                application,
                                reading,
                                name.map(each -> each.inPassport()).orElse(""))
                        .orElse(null),
                trees.steps(reading),
                papers,
                families.of(application, officer),
                matches.of(application.id()),
                check.map(each -> identity(each, pack, texts)).orElse(null),
                talks.of(application),
                GroundView.of(adjudication.trace(application), pack, texts),
                checksOf.of(application, texts, officer),
                notes.of(application),
                decisions,
                proposal(decisions),
                stops.of(Subject.of(application.id())),
                acts(application, officer),
                rulings.of(application, officer),
                works.of(application, officer),
                choices(
                        pack.eligibility().grounds().stream()
                                .map(each -> each.id())
                                .toList(),
                        "ground.",
                        texts),
                choices(pack.evidence().papers().stream().map(each -> each.id()).toList(), "evidence.", texts),
                pack.questions().asked(given, filed).stream()
                        .map(each -> new Choice(each.id(), texts.text(each.labelKey())))
                        .toList(),
                languages.of(officer),
                form,
                errors);
    }

    private static @Nullable CaseDecisionView proposal(List<CaseDecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.state() == Decision.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    /// In the newer version's own words.
    private @Nullable CaseBetterView better(Application application) {
        var texts = programme.current().messages().in(Locale.ENGLISH.toLanguageTag());
        return newer.better(application)
                .map(better -> new CaseBetterView(
                        better.version(),
                        better.grounds().stream()
                                .map(ground -> new CaseBetterView.Row(
                                        texts.text("ground." + ground.ground() + ".title"),
                                        ground.from(),
                                        clauses(ground, texts)))
                                .toList()))
                .orElse(null);
    }

    private static List<String> clauses(Better.Gained ground, Texts texts) {
        return ground.clauses().stream()
                .map(clause -> texts.text("ground." + ground.ground() + ".clause." + clause))
                .toList();
    }

    private static Acts acts(Application application, Officer officer) {
        return new Acts(
                application.stage() == Stage.UNDER_REVIEW && officer.is(Role.CASEWORKER),
                maySign(application.stage(), officer));
    }

    private static boolean maySign(Stage stage, Officer officer) {
        return switch (stage) {
            // A refusal that stands may have its correction waiting.
            case APPROVAL_PROPOSED, REFUSAL_PROPOSED, REFUSED -> officer.is(Role.SUPERVISOR);
            case APPEAL_PROPOSED -> officer.is(Role.APPEALS);
            default -> false;
        };
    }

    private Identity identity(IdentityCheck check, Pack pack, Texts texts) {
        return new Identity(
                check.confirmed(),
                views.name(new OfficerId(check.officer())),
                LocalDate.ofInstant(check.at(), ZoneOffset.UTC),
                check.document(),
                check.face(),
                check.photoTaken(),
                check.chipRead(),
                check.points().stream()
                        .filter(each -> each.because() != null)
                        .map(each -> new Unchecked(
                                texts.text(pack.visits().identity().checkKey(each.id())), each.because()))
                        .toList(),
                check.fields().stream()
                        .map(row -> new Compared(
                                row.field().name(),
                                row.declared(),
                                row.printed(),
                                row.sameness().name()))
                        .toList());
    }

    private static List<Choice> choices(List<String> codes, String prefix, Texts texts) {
        return codes.stream()
                .map(code -> new Choice(code, texts.text(prefix + code + ".title")))
                .toList();
    }

    private static LocalDate filed(Application application) {
        return LocalDate.ofInstant(Objects.requireNonNull(application.filedAt()), ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
