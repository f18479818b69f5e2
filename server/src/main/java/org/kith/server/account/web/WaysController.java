package org.kith.server.account.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.Accounts;
import org.kith.server.account.AddressDoors;
import org.kith.server.account.CodeGiving;
import org.kith.server.account.CodeResult;
import org.kith.server.account.Device;
import org.kith.server.account.Devices;
import org.kith.server.account.DoorChange;
import org.kith.server.account.DoorKeeping;
import org.kith.server.account.PersonPasskeys;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.Way;
import org.kith.server.site.LocalPath;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The person's own doors.
@Controller
class WaysController {
    private final Accounts accounts;
    private final PersonPasskeys passkeys;
    private final Devices devices;
    private final DoorKeeping keeping;
    private final AddressDoors doors;
    private final CodeGiving codes;

    WaysController(
            Accounts accounts,
            PersonPasskeys passkeys,
            Devices devices,
            DoorKeeping keeping,
            AddressDoors doors,
            CodeGiving codes) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.keeping = keeping;
        this.doors = doors;
        this.codes = codes;
        this.devices = devices;
    }

    @GetMapping("/account")
    ModelAndView ways(@AuthenticationPrincipal SignedInPerson signedIn, HttpSession session) {
        return page(signedIn, session, null);
    }

    @PostMapping("/account/changes/{id}/code")
    ModelAndView type(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedInPerson signedIn,
            HttpSession session) {
        var result = doors.type(signedIn.person(), new DoorChange.Id(id), code);
        return result == CodeResult.RIGHT
                ? new ModelAndView("redirect:/account#changes")
                : page(signedIn, session, result);
    }

    private ModelAndView page(SignedInPerson signedIn, HttpSession session, @Nullable CodeResult code) {
        var person = signedIn.person();
        var page = new WaysPage(
                accounts.addresses(person),
                passkeys.of(person),
                rows(devices.of(person, session.getId())),
                keeping.openOf(person).stream().map(WaysController::row).toList(),
                codes.given(person).orElse(null),
                code,
                signedIn.limited());
        return new ModelAndView("account/ways", "page", page);
    }

    @PostMapping("/account/devices/end")
    String endOthers(@AuthenticationPrincipal SignedInPerson signedIn, HttpSession session) {
        devices.endOthers(signedIn.person(), session.getId());
        return "redirect:/account#devices";
    }

    @PostMapping("/account/changes/{id}/stop")
    String stop(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson signedIn) {
        keeping.stop(signedIn.person(), new DoorChange.Id(id));
        return "redirect:/account";
    }

    @PostMapping("/account/recovery-code/end")
    String endCode(@AuthenticationPrincipal SignedInPerson signedIn) {
        codes.end(signedIn.person());
        return "redirect:/account#recovery-code";
    }

    @GetMapping(PasskeyFirst.PAGE)
    ModelAndView passkeyFirst(@RequestParam Optional<String> next) {
        var to = next.flatMap(LocalPath::of).map(LocalPath::value).orElse("/home");
        return new ModelAndView("account/passkey-first", "page", new PasskeyFirstPage(to));
    }

    private static WaysPage.ChangeRow row(DoorChange change) {
        var time = change.due().atZone(ZoneOffset.UTC).toLocalTime();
        return new WaysPage.ChangeRow(
                change.id().value(),
                WaysPage.key(change),
                change.due(),
                "%02d:%02d".formatted(time.getHour(), time.getMinute()),
                change.state() == DoorChange.State.ASKED,
                change.agreed() != null,
                change.state() == DoorChange.State.ASKED && change.owned() == null);
    }

    /// Measured against the newest use, which is this one: sessions keep a time of their own.
    private static List<WaysPage.DeviceRow> rows(List<Device> devices) {
        var newest = devices.stream().map(Device::last).max(Comparator.naturalOrder());
        return devices.stream()
                .map(device -> new WaysPage.DeviceRow(
                        device.name(),
                        device.by() == Way.PASSKEY,
                        Duration.between(device.last(), newest.orElseThrow()).toMinutes(),
                        device.here()))
                .toList();
    }
}
