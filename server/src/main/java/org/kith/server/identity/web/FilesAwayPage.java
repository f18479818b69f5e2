package org.kith.server.identity.web;

import org.kith.server.identity.storage.FilesAway;
import org.kith.server.site.ErrorPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Says plainly that pictures cannot be shown or kept just now, wherever that happens.
@ControllerAdvice
class FilesAwayPage {
    @ExceptionHandler
    ModelAndView away(FilesAway away) {
        var page = new ModelAndView("site/error", "page", new ErrorPage("uploads.away.title", "uploads.away", ""));
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }
}
