package org.kith.server.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kith.server.audit.Alarms;
import org.kith.server.staff.Officer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where an officer arrives, and leaves.
@Controller
class StaffController {
    private final OfficerSessions sessions;
    private final Alarms alarms;

    StaffController(OfficerSessions sessions, Alarms alarms) {
        this.sessions = sessions;
        this.alarms = alarms;
    }

    @GetMapping("/staff")
    ModelAndView rooms(@AuthenticationPrincipal Officer officer) {
        return new ModelAndView("staff/rooms", "page", RoomsPage.of(officer, alarms));
    }

    @PostMapping("/staff/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/staff/sign-in";
    }
}
