package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.kith.server.account.Accounts;
import org.kith.server.account.AddressDoors;
import org.kith.server.account.AddressId;
import org.kith.server.account.AddressResult.AlreadyYours;
import org.kith.server.account.AddressResult.Asked;
import org.kith.server.account.AddressResult.LastOne;
import org.kith.server.account.AddressResult.NotAnAddress;
import org.kith.server.account.AddressResult.TooMany;
import org.kith.server.account.AddressResult.Unknown;
import org.kith.server.account.Devices;
import org.kith.server.account.OwnAddress;
import org.kith.server.account.SignedInPerson;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A person's addresses: added and removed.
@Controller
class AddressController {
    private final Accounts accounts;
    private final AddressDoors doors;

    AddressController(Accounts accounts, AddressDoors doors) {
        this.accounts = accounts;
        this.doors = doors;
    }

    @GetMapping("/account/addresses/add")
    ModelAndView form() {
        return form("", "");
    }

    @PostMapping("/account/addresses/add")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request) {
        return switch (doors.ask(person.person(), email, request.getRemoteAddr())) {
            case Asked() -> new ModelAndView("redirect:/account#changes");
            case AlreadyYours() -> form(email, "doors.address.yours");
            case TooMany() -> form(email, "doors.address.many");
            case NotAnAddress(), LastOne(), Unknown() -> form(email, "account.signIn.wrong");
        };
    }

    @GetMapping("/account/addresses/{id}/remove")
    ModelAndView leaving(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return leaving(find(person, id), false);
    }

    @PostMapping("/account/addresses/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person, HttpSession session) {
        var by = Devices.by(session.getAttribute(Devices.BY));
        return switch (doors.remove(person.person(), new AddressId(id), by)) {
            case Asked() -> new ModelAndView("redirect:/account#changes");
            case LastOne() -> leaving(find(person, id), true);
            case Unknown(), AlreadyYours(), NotAnAddress(), TooMany() ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private OwnAddress find(SignedInPerson person, UUID id) {
        return accounts.addresses(person.person()).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView leaving(OwnAddress address, boolean last) {
        return new ModelAndView("account/remove-address", "page", new RemoveAddressPage(address, last));
    }

    private static ModelAndView form(String email, String wrong) {
        return new ModelAndView("account/add-address", "page", new AddressPage(email, wrong));
    }
}
