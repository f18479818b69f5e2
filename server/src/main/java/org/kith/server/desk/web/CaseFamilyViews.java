package org.kith.server.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.pack.text.Texts;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.application.Stage;
import org.kith.server.family.Consent;
import org.kith.server.family.Families;
import org.kith.server.family.Family;
import org.kith.server.family.GuardianConsent;
import org.kith.server.family.GuardianConsent.Obstacle;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Gathers what of a family a case shows.
@Component
class CaseFamilyViews {
    private final Families families;
    private final GuardianConsent consent;
    private final SharedPapers papers;
    private final Applications applications;
    private final IdentityChecks checks;
    private final Programme programme;

    CaseFamilyViews(
            Families families,
            GuardianConsent consent,
            SharedPapers papers,
            Applications applications,
            IdentityChecks checks,
            Programme programme) {
        this.families = families;
        this.consent = consent;
        this.papers = papers;
        this.applications = applications;
        this.checks = checks;
        this.programme = programme;
    }

    CaseFamilyView of(Application application, Officer officer) {
        var texts = programme.version(application.pack()).messages().in(Locale.ENGLISH.toLanguageTag());
        var family = families.of(application.person());
        var standing = consent.of(application.person());
        return new CaseFamilyView(
                family.map(Family::printed).orElse(""),
                family.map(each -> others(each, application)).orElse(List.of()),
                papers.serving(application.person()).stream()
                        .map(share -> shared(share, texts))
                        .toList(),
                standing.stream()
                        .flatMap(each -> each.voices().stream())
                        .map(this::guardian)
                        .toList(),
                standing.flatMap(Consent::exception)
                        .map(each -> exempt(each, texts))
                        .orElse(null),
                consent.obstacle(application.person())
                        .filter(Obstacle.OWN_CHOICE::equals)
                        .isPresent(),
                officer.is(Role.CASEWORKER) && !application.stage().isClosed());
    }

    private List<CaseFamilyView.Other> others(Family family, Application application) {
        return families.members(family.id()).stream()
                .filter(member -> !member.person().equals(application.person()))
                .flatMap(member -> applications.openOf(member.person()).stream())
                .filter(other -> other.stage() != Stage.DRAFT)
                .map(other -> new CaseFamilyView.Other(
                        other.id().value().toString(),
                        other.filedReference().orElseThrow().printed()))
                .toList();
    }

    private CaseFamilyView.Shared shared(SharedPaper share, Texts texts) {
        var key = share.decision() != null
                ? "case.family.decided"
                : !share.stands()
                        ? "case.family.ended"
                        : share.counts() ? "case.family.verified" : "case.family.waiting";
        return new CaseFamilyView.Shared(
                share.id().value().toString(),
                texts.text("evidence." + share.evidence() + ".title"),
                key,
                day(share.verifiedAt()),
                share.stands() ? share.fact() : "",
                share.stands() ? papers.pages(share) : List.of());
    }

    /// A word is worth what is known of who gave it.
    private CaseFamilyView.Guardian guardian(Consent.Voice voice) {
        var key = voice.isYes() ? "case.family.yes" : voice.isNo() ? "case.family.no" : "case.family.none";
        var own = applications.openOf(voice.guardian());
        return new CaseFamilyView.Guardian(
                voice.acts(),
                key,
                day(voice.at()),
                own.flatMap(Application::filedReference).map(Reference::printed).orElse(""),
                own.flatMap(checks::confirmedBy).isPresent());
    }

    private static CaseFamilyView.Exempt exempt(Consent.Exempt exempt, Texts texts) {
        return new CaseFamilyView.Exempt(
                texts.text(exempt.titleKey()),
                exempt.papers().stream()
                        .map(code -> texts.text("evidence." + code + ".title"))
                        .collect(Collectors.joining(", ")),
                exempt.shown());
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
