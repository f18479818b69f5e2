package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Question;
import org.kith.pack.question.SafeText;
import org.kith.pack.question.Topic;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.LookPurpose;
import org.kith.server.decision.Hands;
import org.kith.server.decision.WhyMore;
import org.kith.server.desk.web.CaseMatchPage.Form;
import org.kith.server.matching.Judging;
import org.kith.server.matching.JudgingResult.Judged;
import org.kith.server.matching.JudgingResult.JudgedMeanwhile;
import org.kith.server.matching.JudgingResult.NothingToJudge;
import org.kith.server.matching.JudgingResult.SecondOfficerNeeded;
import org.kith.server.matching.Match;
import org.kith.server.matching.MatchId;
import org.kith.server.matching.MatchVerdict;
import org.kith.server.matching.Matches;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where an officer who has a case open looks whether its person is here already. The other's data opens only to
/// whoever
/// says that they compare.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class CaseMatchController {
    private static final int LONGEST = 2_000;

    private final Applications applications;
    private final Matches matches;
    private final Judging judging;
    private final Hands hands;
    private final CaseMatchViews views;
    private final CasePages pages;
    private final Programme programme;

    CaseMatchController(
            Applications applications,
            Matches matches,
            Judging judging,
            Hands hands,
            CaseMatchViews views,
            CasePages pages,
            Programme programme) {
        this.applications = applications;
        this.matches = matches;
        this.judging = judging;
        this.hands = hands;
        this.views = views;
        this.pages = pages;
        this.programme = programme;
    }

    /// A match as one of its two cases sees it.
    private record Before(Match match, Application own, Application other) {}

    @GetMapping("/desk/cases/{id}/matches/{match}")
    ModelAndView page(@PathVariable UUID id, @PathVariable UUID match, HttpSession session) {
        return opened(id, match, session, before -> show(before, session, null, Map.of()));
    }

    @PostMapping("/desk/cases/{id}/matches/{match}/open")
    ModelAndView open(
            @PathVariable UUID id,
            @PathVariable UUID match,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return opened(id, match, session, before -> {
            if (!purpose.equals(LookPurpose.DUPLICATE_CHECK.name())) {
                return show(before, session, null, Map.of("purpose", "match.fault.purpose"));
            }
            judging.open(before.match(), before.other(), officer.as(CaseController.roleOf(officer)));
            CasePurposes.remember(session, match, LookPurpose.DUPLICATE_CHECK);
            return back(id, match);
        });
    }

    @GetMapping("/desk/cases/{id}/matches/{match}/photo")
    ResponseEntity<byte[]> photo(
            @PathVariable UUID id,
            @PathVariable UUID match,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return CasePurposes.of(session, match)
                .flatMap(_ -> before(id, match, session))
                .flatMap(before ->
                        judging.photo(before.match(), before.other(), officer.as(CaseController.roleOf(officer))))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/desk/cases/{id}/matches/{match}/judge")
    ModelAndView judge(
            @PathVariable UUID id,
            @PathVariable UUID match,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return opened(id, match, session, before -> {
            // What it comes to can let somebody through: it is not for whoever likes to.
            if (!officer.is(Role.SUPERVISOR) && !hands.mayDecide(before.own().id(), officer))
                return CaseNotices.notice("case.work.held");
            var form = new Form(verdict, reason, seen);
            var faults = faults(form);
            if (!faults.isEmpty()) return show(before, session, form, faults);

            var words = SafeText.clean(reason, true).orElseThrow();
            var result = judging.judge(
                    new MatchId(match),
                    before.own().id(),
                    seen(seen),
                    verdict(verdict).orElseThrow(),
                    words,
                    officer.as(CaseController.roleOf(officer)));
            return switch (result) {
                case Judged _ -> back(id, match);
                case JudgedMeanwhile() -> meanwhile(before, session, form);
                case NothingToJudge() -> CaseNotices.notice("match.nothing");
                case SecondOfficerNeeded() -> CaseNotices.notice("match.second-officer");
            };
        });
    }

    /// The case's form to ask for more, filled in: who cannot tell asks the applicant, and says nothing of anybody
    /// else.
    @GetMapping("/desk/cases/{id}/matches/{match}/ask")
    ModelAndView ask(
            @PathVariable UUID id,
            @PathVariable UUID match,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return opened(id, match, session, before -> {
            var why = before.match().is(MatchVerdict.SAME) ? WhyMore.WHICH_ONE : WhyMore.TELL_APART;
            var more = new CaseForm.More(why.code(), List.of(), questions(before.own()));
            var form = new CaseForm("more", "", more, "", "", "en");
            var purpose = CasePurposes.of(session, id).orElseThrow();
            return new ModelAndView("desk/case", "page", pages.page(before.own(), officer, purpose, form, Map.of()));
        });
    }

    /// What tells people apart: who they are, and the passport they hold. The officer may choose otherwise.
    private List<String> questions(Application own) {
        return programme.version(own.pack()).questions().all().stream()
                .filter(question -> question.topic() == Topic.IDENTITY_DOCUMENT)
                .map(Question::id)
                .limit(1)
                .toList();
    }

    private ModelAndView opened(UUID id, UUID match, HttpSession session, Function<Before, ModelAndView> then) {
        // Nobody compares with a case that they have not opened.
        if (CasePurposes.of(session, id).isEmpty()) return new ModelAndView("redirect:/desk/cases/" + id);
        return before(id, match, session).map(then).orElseGet(CaseNotices::missing);
    }

    private Optional<Before> before(UUID id, UUID match, HttpSession session) {
        var own = CasePurposes.of(session, id)
                .flatMap(_ -> applications.find(new ApplicationId(id)))
                .filter(application -> application.stage() != Stage.DRAFT);
        return own.flatMap(application -> matches.find(new MatchId(match))
                .flatMap(found -> found.besides(application.id())
                        .flatMap(applications::find)
                        .map(other -> new Before(found, application, other))));
    }

    private ModelAndView show(Before before, HttpSession session, @Nullable Form typed, Map<String, String> errors) {
        var standing = before.match().standing();
        var seen = standing == null ? "" : standing.id().toString();
        var isOpen = CasePurposes.of(session, before.match().id().value()).isPresent();
        var form = typed == null ? new Form("", "", seen) : new Form(typed.verdict(), typed.reason(), seen);
        return new ModelAndView(
                "desk/case-match",
                "page",
                views.page(before.match(), before.own(), before.other(), isOpen, form, errors));
    }

    /// What the other officer judged, and below it what this one was about to: nothing typed is lost.
    private ModelAndView meanwhile(Before before, HttpSession session, Form form) {
        var now = matches.find(before.match().id()).orElseThrow();
        var view = show(
                new Before(now, before.own(), before.other()),
                session,
                form,
                Map.of("verdict", "match.fault.meanwhile"));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private static Map<String, String> faults(Form form) {
        var faults = new LinkedHashMap<String, String>();
        if (verdict(form.verdict()).isEmpty()) faults.put("verdict", "match.fault.verdict");
        var clean = SafeText.clean(form.reason(), true);
        if (clean.isEmpty()) faults.put("reason", "case.more.fault.unfit");
        else if (clean.get().isBlank()) faults.put("reason", "match.fault.reason");
        else if (clean.get().length() > LONGEST) faults.put("reason", "match.fault.long");
        return faults;
    }

    /// What was sent that is no judgement's id is none that stands.
    private static @Nullable UUID seen(String sent) {
        if (sent.isEmpty()) return null;
        return sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(sent) : new UUID(0, 0);
    }

    private static Optional<MatchVerdict> verdict(String code) {
        return Stream.of(MatchVerdict.values())
                .filter(each -> each.name().equals(code))
                .findFirst();
    }

    private static ModelAndView back(UUID id, UUID match) {
        return new ModelAndView("redirect:/desk/cases/" + id + "/matches/" + match);
    }
}
