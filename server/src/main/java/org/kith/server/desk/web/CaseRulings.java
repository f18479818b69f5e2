package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.application.Stage;
import org.kith.server.decision.Appeal;
import org.kith.server.decision.Appeals;
import org.kith.server.decision.Corrections;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Heard;
import org.kith.server.decision.Impartiality;
import org.kith.server.decision.Subject;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Says what else can be done with a case: refuse it once its person was heard, take a notice back, hear an appeal.
@Component
class CaseRulings {
    private final Heard heard;
    private final Appeals appeals;
    private final Decisions decisions;
    private final Impartiality impartiality;
    private final Corrections corrections;

    CaseRulings(Heard heard, Appeals appeals, Decisions decisions, Impartiality impartiality, Corrections corrections) {
        this.heard = heard;
        this.appeals = appeals;
        this.decisions = decisions;
        this.impartiality = impartiality;
        this.corrections = corrections;
    }

    CaseRulingView of(Application application, Officer officer) {
        var address = "/desk/cases/" + application.id().value();
        var links = new ArrayList<CaseRulingView.Link>();
        if (officer.is(Role.CASEWORKER) && !refusable(application).isEmpty()) {
            links.add(new CaseRulingView.Link("ruling.refuse", address + "/refuse"));
        }
        if (officer.is(Role.CASEWORKER) && application.stage() == Stage.REFUSAL_ANNOUNCED) {
            links.add(new CaseRulingView.Link("ruling.withdraw-notice", address + "/withdraw-notice"));
        }
        if (officer.is(Role.CASEWORKER)) links.addAll(correctable(application));
        links.addAll(onAppeal(Subject.of(application.id()), officer));
        return new CaseRulingView(links);
    }

    private List<CaseRulingView.Link> correctable(Application application) {
        return decisions.about(Subject.of(application.id())).stream()
                .filter(decision -> corrections.isCorrectable(decision, application))
                .map(decision -> "/desk/decisions/" + decision.id().value() + "/correct")
                .map(address -> new CaseRulingView.Link("ruling.correct", address))
                .toList();
    }

    CaseRulingView of(Subject subject, Officer officer) {
        return new CaseRulingView(onAppeal(subject, officer));
    }

    private List<CaseRulingView.Link> onAppeal(Subject subject, Officer officer) {
        var links = new ArrayList<CaseRulingView.Link>();
        var appeal = officer.is(Role.APPEALS) ? appeals.openAbout(subject) : Optional.<Appeal>empty();
        if (appeal.isEmpty() || !mayHear(appeal.get(), officer)) return links;

        var address = "/desk/appeals/" + appeal.get().id().value();
        if (appeal.get().hearing() == Appeal.Hearing.WANTED) {
            links.add(new CaseRulingView.Link("ruling.heard", address + "/heard"));
        }
        if (decisions.about(subject).stream().noneMatch(each -> each.state() == Decision.State.PROPOSED)) {
            links.add(new CaseRulingView.Link("ruling.decide", address + "/decide"));
        }
        return links;
    }

    private boolean mayHear(Appeal appeal, Officer officer) {
        return decisions
                .find(appeal.decision())
                .filter(appealed -> impartiality.mayHear(appeal, appealed, officer.id()))
                .isPresent();
    }

    /// The notices on whose grounds it can be refused now.
    List<Decision> refusable(Application application) {
        return application.stage() == Stage.UNDER_REVIEW ? heard.notices(application) : List.of();
    }
}
