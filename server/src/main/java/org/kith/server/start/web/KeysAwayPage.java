package org.kith.server.start.web;

import org.kith.server.keys.KeysAway;
import org.kith.server.site.ErrorPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Says plainly that nothing can be signed just now, wherever that happens on a page.
@ControllerAdvice
class KeysAwayPage {
    private static final Logger LOG = LoggerFactory.getLogger(KeysAwayPage.class);

    @ExceptionHandler
    ModelAndView away(KeysAway away) {
        LOG.warn("{}", away.getMessage());
        var page = new ModelAndView("site/error", "page", new ErrorPage("signing.away.title", "signing.away", ""));
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }
}
