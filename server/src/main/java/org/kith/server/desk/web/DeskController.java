package org.kith.server.desk.web;

import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The desk's door: each officer comes in where their work lies.
@Controller
class DeskController {
    @GetMapping("/desk")
    @PreAuthorize("hasAnyRole('REGISTRAR', 'CASEWORKER', 'SUPERVISOR')")
    String door(@AuthenticationPrincipal Officer officer) {
        return officer.is(Role.REGISTRAR) ? "redirect:/desk/today" : "redirect:/desk/cases";
    }
}
