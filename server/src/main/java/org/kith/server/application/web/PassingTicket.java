package org.kith.server.application.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Answers;
import org.kith.server.application.PassingAnswers;

/// The cookie that holds the only key to the answers of someone without an account.
final class PassingTicket {
    static final String COOKIE = "answers";

    private static final int TWO_HOURS = 7_200;

    private PassingTicket() {}

    static Answers answers(PassingAnswers passing, @Nullable String ticket) {
        return ticket == null ? Answers.NONE : passing.of(ticket);
    }

    /// The ticket of a browser, a new one where it has none; for two more hours.
    static String given(
            PassingAnswers passing, @Nullable String ticket, HttpServletRequest request, HttpServletResponse response) {
        var kept = ticket == null || ticket.isEmpty() ? passing.newTicket() : ticket;
        response.addCookie(cookie(kept, TWO_HOURS, request));
        return kept;
    }

    static Cookie cookie(String value, int seconds, HttpServletRequest request) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
