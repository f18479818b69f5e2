package org.kith.server.admin.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kith.server.admin.web.FiguresPage.Line;
import org.kith.server.admin.web.FiguresPage.Queue;
import org.kith.server.admin.web.FiguresPage.Work;
import org.kith.server.application.Stage;
import org.kith.server.centre.Centres;
import org.kith.server.decision.CaseFigures;
import org.kith.server.decision.CaseFigures.By;
import org.kith.server.decision.CaseFigures.Outcomes;
import org.kith.server.decision.Verdict;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How the work goes, in figures that name nobody. Every ground, centre and officer has its line, whether or not there
/// is anything to count: a line that is not there would tell that there was nothing.
@Controller
@PreAuthorize("hasAnyRole('MANAGER', 'SUPERVISOR')")
class FiguresController {
    private static final List<Stage> QUEUES = List.of(
            Stage.IDENTITY_CONFIRMED,
            Stage.UNDER_REVIEW,
            Stage.MORE_ASKED,
            Stage.REFUSAL_ANNOUNCED,
            Stage.APPROVAL_PROPOSED,
            Stage.APPEALED);
    private static final List<Verdict> OUTCOMES =
            List.of(Verdict.APPROVE, Verdict.ASK_MORE, Verdict.ANNOUNCE_REFUSAL, Verdict.REFUSE);
    private static final List<Verdict> APPEALS = List.of(Verdict.UPHOLD, Verdict.OVERTURN, Verdict.REMIT);

    private final CaseFigures figures;
    private final Programme programme;
    private final Centres centres;
    private final Officers officers;

    FiguresController(CaseFigures figures, Programme programme, Centres centres, Officers officers) {
        this.figures = figures;
        this.programme = programme;
        this.centres = centres;
        this.officers = officers;
    }

    @GetMapping("/admin/figures")
    ModelAndView page(@RequestParam(defaultValue = "30") String days) {
        var window = FiguresPage.WINDOWS.stream()
                .filter(each -> each.toString().equals(days))
                .findFirst()
                .orElse(30);
        var byGround = figures.outcomes(By.GROUND, window);
        return new ModelAndView(
                "admin/figures",
                "page",
                new FiguresPage(
                        window,
                        CaseFigures.AGES,
                        QUEUES.stream().map(this::queue).toList(),
                        OUTCOMES,
                        grounds(byGround, OUTCOMES),
                        centres(figures.outcomes(By.CENTRE, window)),
                        APPEALS,
                        grounds(byGround, APPEALS),
                        work(figures.outcomes(By.OFFICER, window))));
    }

    private Queue queue(Stage stage) {
        return new Queue(
                stage,
                CaseFigures.AGES.stream().map(age -> figures.lying(stage, age)).toList());
    }

    private List<Line> grounds(Outcomes outcomes, List<Verdict> verdicts) {
        var texts = programme.current().messages().in(Locale.ENGLISH.toLanguageTag());
        return programme.current().eligibility().grounds().stream()
                .map(ground -> line(texts.text("ground." + ground.id() + ".title"), ground.id(), verdicts, outcomes))
                .toList();
    }

    private List<Line> centres(Outcomes outcomes) {
        return centres.open().stream()
                .map(centre -> line(centre.town(), centre.id().value().toString(), OUTCOMES, outcomes))
                .toList();
    }

    private static Line line(String title, String name, List<Verdict> verdicts, Outcomes outcomes) {
        return new Line(
                title,
                verdicts.stream()
                        .map(verdict -> outcomes.of(name, verdict.name()))
                        .toList());
    }

    private List<Work> work(Outcomes outcomes) {
        return officers.all().stream()
                .filter(FiguresController::decides)
                .map(officer -> new Work(
                        officer.number().toString(),
                        outcomes.of(officer.id().toString(), "DECIDED"),
                        outcomes.of(officer.id().toString(), "SIGNED"),
                        figures.held(officer.id())))
                .toList();
    }

    private static boolean decides(OfficerEntry officer) {
        return Stream.of(Role.CASEWORKER, Role.SUPERVISOR).anyMatch(officer.roles()::contains);
    }
}
