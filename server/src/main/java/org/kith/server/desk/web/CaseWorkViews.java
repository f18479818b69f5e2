package org.kith.server.desk.web;

import java.util.List;
import org.kith.server.application.Application;
import org.kith.server.application.Leg;
import org.kith.server.application.WaitingTimes;
import org.kith.server.decision.Assignment;
import org.kith.server.decision.Casework;
import org.kith.server.decision.Casework.Held;
import org.kith.server.decision.CaseworkRules;
import org.kith.server.desk.web.CaseWorkView.Colleague;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerState;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Says in whose hands a case is.
@Component
class CaseWorkViews {
    private final Casework casework;
    private final Assignment assignment;
    private final CaseworkRules rules;
    private final WaitingTimes waiting;
    private final Officers officers;

    CaseWorkViews(
            Casework casework, Assignment assignment, CaseworkRules rules, WaitingTimes waiting, Officers officers) {
        this.casework = casework;
        this.assignment = assignment;
        this.rules = rules;
        this.waiting = waiting;
        this.officers = officers;
    }

    CaseWorkView of(Application application, Officer officer) {
        var held = casework.of(application.id())
                .filter(each -> !application.stage().isClosed());
        var holder = held.map(Held::holder);
        var own = holder.filter(officer.id()::equals).isPresent();
        var left = held.filter(assignment::isLeft).isPresent();
        return new CaseWorkView(
                holder.flatMap(officers::find).map(OfficerEntry::name).orElse(""),
                officer.is(Role.CASEWORKER)
                        && holder.isEmpty()
                        && held.filter(Held::isForOffice).isPresent(),
                mayChoose(officer) && left && !own,
                holder.isPresent() && (own || officer.is(Role.SUPERVISOR)),
                officer.is(Role.SUPERVISOR) && held.isPresent() ? colleagues() : List.of(),
                waiting.of(Leg.DECISION, application.residence()).orElse(null));
    }

    /// Where cases are given out, nobody takes one by hand.
    private boolean mayChoose(Officer officer) {
        return officer.is(Role.CASEWORKER) && !rules.atRandom();
    }

    private List<Colleague> colleagues() {
        return officers.all().stream()
                .filter(entry ->
                        entry.state() == OfficerState.ACTIVE && entry.roles().contains(Role.CASEWORKER))
                .map(entry -> new Colleague(entry.id().toString(), entry.name()))
                .toList();
    }
}
