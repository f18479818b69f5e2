package org.kith.server.desk.web;

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

    static ModelAndView missing() {
        var view = new ModelAndView("desk/case-notice", "page", new NoticePage("case.none"));
        view.setStatus(HttpStatus.NOT_FOUND);
        return view;
    }
}
