package org.kith.server.desk.web;

import java.util.Optional;
import org.kith.server.decision.DecisionResult;
import org.kith.server.decision.DecisionResult.AlreadyDecided;
import org.kith.server.decision.DecisionResult.Decided;
import org.kith.server.decision.DecisionResult.HeldByAnother;
import org.kith.server.decision.DecisionResult.NotHeard;
import org.kith.server.decision.DecisionResult.NotReady;
import org.kith.server.decision.DecisionResult.Proposed;
import org.kith.server.decision.DecisionResult.SecondOfficerNeeded;
import org.kith.server.decision.DecisionResult.TookPart;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// Outcomes that an officer should read about instead of the page they expected.
final class CaseNotices {
    private CaseNotices() {}

    /// @param key its title is this text, its advice the same with `.text`
    static ModelAndView notice(String key) {
        var view = new ModelAndView("desk/case-notice", "page", new NoticePage(key));
        view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    /// The notice of a decision that did not come about; nothing where it did.
    static Optional<ModelAndView> of(DecisionResult result) {
        return switch (result) {
            case Decided _, Proposed _ -> Optional.empty();
            case NotReady(var missing) ->
                Optional.of(notice("case.not-ready." + missing.iterator().next()));
            case AlreadyDecided _ -> Optional.of(notice("case.already"));
            case SecondOfficerNeeded() -> Optional.of(notice("case.second-officer"));
            case NotHeard _ -> Optional.of(notice("case.not-heard"));
            case HeldByAnother() -> Optional.of(notice("case.work.held"));
            case TookPart() -> Optional.of(notice("case.took-part"));
        };
    }

    static ModelAndView missing() {
        var view = new ModelAndView("desk/case-notice", "page", new NoticePage("case.none"));
        view.setStatus(HttpStatus.NOT_FOUND);
        return view;
    }
}
