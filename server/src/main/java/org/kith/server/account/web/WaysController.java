package org.kith.server.account.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import org.kith.server.account.Accounts;
import org.kith.server.account.Device;
import org.kith.server.account.Devices;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.Way;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The person's own doors.
@Controller
class WaysController {
    private final Accounts accounts;
    private final Devices devices;
    private final Clock clock;

    WaysController(Accounts accounts, Devices devices, Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.clock = clock;
    }

    @GetMapping("/account")
    ModelAndView ways(@AuthenticationPrincipal SignedInPerson signedIn, HttpSession session) {
        var person = signedIn.person();
        var page = new WaysPage(
                accounts.email(person).stream().toList(),
                devices.of(person, session.getId()).stream().map(this::row).toList());
        return new ModelAndView("account/ways", "page", page);
    }

    @PostMapping("/account/devices/end")
    String endOthers(@AuthenticationPrincipal SignedInPerson signedIn, HttpSession session) {
        devices.endOthers(signedIn.person(), session.getId());
        return "redirect:/account#devices";
    }

    private WaysPage.DeviceRow row(Device device) {
        var idle = Duration.between(device.last(), clock.instant());
        return new WaysPage.DeviceRow(
                device.name(), device.by() == Way.PASSKEY, Math.max(0, idle.toMinutes()), device.here());
    }
}
