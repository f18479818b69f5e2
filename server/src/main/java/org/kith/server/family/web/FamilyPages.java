package org.kith.server.family.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.kith.server.family.Children;
import org.kith.server.family.Consent;
import org.kith.server.family.Families;
import org.kith.server.family.FamilyCase;
import org.kith.server.family.GuardianConsent;
import org.kith.server.family.Invitation;
import org.kith.server.family.Inviting;
import org.kith.server.family.Member;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Component;

/// Gathers what a person sees of their family.
@Component
class FamilyPages {
    private final FamilyCase cases;
    private final Families families;
    private final Children children;
    private final GuardianConsent consent;
    private final Inviting inviting;

    FamilyPages(FamilyCase cases, Families families, Children children, GuardianConsent consent, Inviting inviting) {
        this.cases = cases;
        this.families = families;
        this.children = children;
        this.consent = consent;
        this.inviting = inviting;
    }

    FamilyPage page(PersonId person, Map<String, String> faults) {
        var family = families.of(person);
        var members = family.map(each -> families.members(each.id())).orElse(List.of());
        var inFamily = members.stream().map(Member::person).toList();
        var wards = children.ofGuardian(person).stream()
                .map(Children.Guardian::child)
                .filter(child -> !inFamily.contains(child) && consent.of(child).isPresent())
                .flatMap(child -> families.member(child).stream())
                .map(this::ward)
                .toList();
        return new FamilyPage(
                !cases.relations().isEmpty(),
                family.isPresent(),
                members.stream().map(member -> row(member, person)).toList(),
                wards,
                sent(person, Invitation.Kind.MEMBER, Invitation.Kind.GUARDIAN),
                cases.mayTakeInChildren(),
                faults);
    }

    List<FamilyPage.Sent> sent(PersonId person, Invitation.Kind... kinds) {
        return inviting.open(person).stream()
                .filter(each -> List.of(kinds).contains(each.kind()))
                .map(each -> new FamilyPage.Sent(
                        each.id().value().toString(),
                        each.words().called(),
                        each.words().address(),
                        LocalDate.ofInstant(each.expires(), ZoneOffset.UTC)))
                .toList();
    }

    private FamilyPage.Row row(Member member, PersonId person) {
        var relation = member.relation();
        var own = member.isChild() && consent.hasAWord(person, member.person());
        return new FamilyPage.Row(
                member.called(),
                relation == null ? null : "family.relation." + Called.key(relation),
                member.person().equals(person),
                own ? ward(member) : null);
    }

    private FamilyPage.Ward ward(Member child) {
        var standing = consent.of(child.person());
        var state = standing.map(FamilyPages::state).orElse("waiting");
        var tag = state.equals("enough") ? "govuk-tag--green" : "govuk-tag--yellow";
        return new FamilyPage.Ward(
                child.person().value().toString(), child.called(), "family.child.state." + state, tag);
    }

    private static String state(Consent consent) {
        if (consent.isEnough()) return "enough";
        return consent.isRefused() ? "refused" : "waiting";
    }
}
