package org.kith.server.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.GroundView;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.Casework;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Subject;
import org.kith.server.desk.web.CasePage.Acts;
import org.kith.server.desk.web.CasePage.Choice;
import org.kith.server.desk.web.CasePage.Compared;
import org.kith.server.desk.web.CasePage.Identity;
import org.kith.server.desk.web.CasePage.Paper;
import org.kith.server.desk.web.CasePage.Section;
import org.kith.server.identity.Declared;
import org.kith.server.identity.Documents;
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
    private final Documents documents;
    private final Programme programme;
    private final CaseViews views;
    private final CaseFamilyViews families;
    private final Clock clock;

    CasePages(
            DraftAnswers answers,
            Adjudication adjudication,
            Casework casework,
            IdentityChecks checks,
            Documents documents,
            Programme programme,
            CaseViews views,
            CaseFamilyViews families,
            Clock clock) {
        this.answers = answers;
        this.adjudication = adjudication;
        this.casework = casework;
        this.checks = checks;
        this.documents = documents;
        this.programme = programme;
        this.views = views;
        this.families = families;
        this.clock = clock;
    }

    CasePage page(
            Application application, Officer officer, LookPurpose opened, CaseForm form, Map<String, String> errors) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().in(Locale.ENGLISH.toLanguageTag());
        var given = answers.of(application);
        var check = checks.lastOf(application);
        var name = Declared.in(given, pack).name();
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
                casework.holder(application.id()).map(views::name).orElse(""),
                sections(pack, texts, given, check, filed),
                papers(application, texts),
                families.of(application, officer),
                check.map(this::identity).orElse(null),
                GroundView.of(adjudication.trace(application), pack, texts),
                decisions,
                proposal(decisions),
                acts(application, officer),
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
                form,
                errors);
    }

    private static @Nullable CaseDecisionView proposal(List<CaseDecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.state() == Decision.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }

    private static Acts acts(Application application, Officer officer) {
        return new Acts(
                application.stage() == Stage.IDENTITY_CONFIRMED && officer.is(Role.CASEWORKER),
                application.stage() == Stage.UNDER_REVIEW && officer.is(Role.CASEWORKER),
                application.stage() == Stage.APPROVAL_PROPOSED && officer.is(Role.SUPERVISOR));
    }

    private static List<Section> sections(
            Pack pack, Texts texts, Answers given, Optional<IdentityCheck> check, LocalDate filed) {
        return pack.questions().sections().stream()
                .map(section -> new Section(
                        texts.text(section.titleKey()),
                        section.pages().stream()
                                .map(page -> pack.questions().shown(page, given, filed))
                                .flatMap(page -> page.questions().stream())
                                .map(question -> CaseFact.of(question, pack, texts, given, check))
                                .toList()))
                .filter(section -> !section.facts().isEmpty())
                .toList();
    }

    private List<Paper> papers(Application application, Texts texts) {
        return documents.of(application.id()).stream()
                .map(document -> new Paper(
                        document.id().value().toString(),
                        texts.text("evidence." + document.evidence() + ".title"),
                        LocalDate.ofInstant(document.addedAt(), ZoneOffset.UTC),
                        document.pages().stream().map(page -> page.number()).toList(),
                        document.hints()))
                .toList();
    }

    private Identity identity(IdentityCheck check) {
        return new Identity(
                check.confirmed(),
                views.name(new OfficerId(check.officer())),
                LocalDate.ofInstant(check.at(), ZoneOffset.UTC),
                check.document(),
                check.face(),
                check.photoTaken(),
                check.chipRead(),
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
