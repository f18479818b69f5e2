package org.kith.server.site.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.kith.server.site.ErrorPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The one handler of what no page expected. The log gets the fault's type and place with a reference, never what a
/// person typed; the person gets the reference and nothing else.
@Controller
class ErrorPages implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final SecureRandom random = new SecureRandom();

    /// Where nothing went wrong, whoever asks for this page by itself asks for one that is not there.
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        var page = switch (status) {
            case 400 -> new ErrorPage("error.bad.title", "error.bad.advice", "");
            case 401, 403 -> new ErrorPage("error.forbidden.title", "error.forbidden.advice", "");
            case 404, 405 -> new ErrorPage("error.missing.title", "error.missing.advice", "");
            case 413 -> new ErrorPage("error.large.title", "error.large.advice", "");
            default -> ours(request);
        };
        return new ModelAndView("site/error", "page", page);
    }

    private ErrorPage ours(HttpServletRequest request) {
        var bytes = new byte[4];
        random.nextBytes(bytes);
        var reference = HexFormat.of().withUpperCase().formatHex(bytes);
        var fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        log.error("fault {} {}", reference, fault == null ? "without an exception" : Faults.placesOf(fault));
        return new ErrorPage("error.ours.title", "error.ours.advice", reference);
    }
}
