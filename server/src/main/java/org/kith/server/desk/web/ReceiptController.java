package org.kith.server.desk.web;

import org.kith.server.centre.BookingId;
import org.kith.server.desk.ReceiptRoom;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class ReceiptController {
    private final ReceiptRoom room;

    ReceiptController(ReceiptRoom room) {
        this.room = room;
    }

    @GetMapping("/desk/visits/{id}/receipt")
    ModelAndView receipt(@PathVariable BookingId id, @AuthenticationPrincipal Officer officer) {
        return room.open(id, officer.as(Role.REGISTRAR))
                .map(handed -> new ModelAndView(
                        "desk/receipt",
                        "page",
                        new ReceiptPage(id.toString(), handed.reference(), handed.receipt(), handed.mayPrint())))
                .orElseGet(() -> TodayController.notice("desk.noReceipt", HttpStatus.CONFLICT));
    }
}
