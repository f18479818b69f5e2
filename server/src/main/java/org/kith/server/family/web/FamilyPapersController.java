package org.kith.server.family.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.family.Families;
import org.kith.server.family.Member;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.Document;
import org.kith.server.identity.DocumentId;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where the owner of a paper says whom it serves.
@Controller
class FamilyPapersController {
    private final SharedPapers papers;
    private final Families families;
    private final Programme programme;

    FamilyPapersController(SharedPapers papers, Families families, Programme programme) {
        this.papers = papers;
        this.families = families;
        this.programme = programme;
    }

    @GetMapping("/family/papers")
    ModelAndView papers(@AuthenticationPrincipal SignedInPerson signedIn, Locale language) {
        var person = signedIn.person();
        var shared = papers.sharedBy(person);
        var others = families.of(person).map(family -> families.members(family.id())).orElse(List.of()).stream()
                .filter(member -> !member.person().equals(person))
                .toList();
        var own = papers.shareable(person).stream()
                .map(document -> own(document, others, shared, language))
                .toList();
        var theirs = papers.serving(person).stream()
                .map(share -> theirs(share, language))
                .toList();
        return new ModelAndView("family/papers", "page", new FamilyPapersPage(own, theirs));
    }

    @PostMapping("/family/papers/{document}")
    String share(
            @PathVariable UUID document,
            @RequestParam UUID serves,
            @RequestParam(defaultValue = "") String act,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var whom = new PersonId(serves);
        if (act.equals("share")) papers.share(person.person(), new DocumentId(document), whom, language);
        if (act.equals("end")) papers.end(person.person(), new DocumentId(document), whom);
        return "redirect:/family/papers";
    }

    private FamilyPapersPage.Own own(
            Document document, List<Member> others, List<SharedPaper> shared, Locale language) {
        var rows = others.stream()
                .map(member -> new FamilyPapersPage.Other(
                        member.person().value().toString(),
                        member.called(),
                        shared.stream()
                                .anyMatch(share -> share.document().equals(document.id())
                                        && share.serves().equals(member.person()))))
                .toList();
        return new FamilyPapersPage.Own(document.id().value().toString(), title(document.evidence(), language), rows);
    }

    private FamilyPapersPage.Theirs theirs(SharedPaper share, Locale language) {
        return new FamilyPapersPage.Theirs(
                title(share.evidence(), language), key(share), day(share.verifiedAt()), tag(share));
    }

    static String key(SharedPaper share) {
        if (share.decision() != null) return "family.papers.decided";
        if (!share.stands()) return "family.papers.ended";
        return share.counts() ? "family.papers.checked" : "family.papers.waiting";
    }

    private static String tag(SharedPaper share) {
        return share.counts() ? "govuk-tag--green" : "govuk-tag--yellow";
    }

    private String title(String evidence, Locale language) {
        return programme
                .current()
                .evidence()
                .find(evidence)
                .map(paper -> programme.texts(language).text(paper.titleKey()))
                .orElse(evidence);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(@org.jspecify.annotations.Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
