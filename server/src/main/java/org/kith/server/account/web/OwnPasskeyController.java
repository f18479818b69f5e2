package org.kith.server.account.web;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.kith.server.account.PasskeyDoors;
import org.kith.server.account.PasskeyId;
import org.kith.server.account.PasskeyName;
import org.kith.server.account.PasskeyResult;
import org.kith.server.account.PasskeyResult.Done;
import org.kith.server.account.PasskeyResult.LastOne;
import org.kith.server.account.PasskeyResult.NotAccepted;
import org.kith.server.account.PasskeyResult.TooMany;
import org.kith.server.account.PasskeyResult.Unknown;
import org.kith.server.account.PersonPasskey;
import org.kith.server.account.PersonPasskeys;
import org.kith.server.account.SignedInPerson;
import org.kith.server.vault.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A person's passkeys: made, named, removed.
@Controller
class OwnPasskeyController {
    private final PasskeyDoors doors;
    private final PersonPasskeys owned;

    OwnPasskeyController(PasskeyDoors doors, PersonPasskeys owned) {
        this.doors = doors;
        this.owned = owned;
    }

    /// Short enough to be typed from a screen across a counter.
    @GetMapping("/passkey")
    String shortAddress() {
        return "redirect:/account/passkeys/add";
    }

    @GetMapping("/account/passkeys/add")
    ModelAndView make(@AuthenticationPrincipal SignedInPerson person, HttpSession session) {
        return make(person.person(), session, "", false, false);
    }

    @PostMapping("/account/passkeys/add")
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            @AuthenticationPrincipal SignedInPerson signedIn,
            HttpSession session) {
        var person = signedIn.person();
        var options = Challenges.take(session, Challenges.MAKE, PublicKeyCredentialCreationOptions.class);
        var named = PasskeyName.of(name);
        if (named.isEmpty()) return make(person, session, name, true, false);
        if (options.isEmpty()) return make(person, session, name, false, true);

        return switch (doors.add(person, options.get(), credential, named.get())) {
            case NotAccepted(), TooMany() -> make(person, session, name, false, true);
            case Done(), LastOne(), Unknown() -> new ModelAndView("redirect:/account#passkeys");
        };
    }

    @GetMapping("/account/passkeys/{id}")
    ModelAndView passkey(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        var passkey = find(person.person(), id);
        return page(passkey, passkey.name(), false, false);
    }

    @PostMapping("/account/passkeys/{id}/name")
    ModelAndView name(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal SignedInPerson person) {
        var named = PasskeyName.of(name);
        if (named.isEmpty()) return page(find(person.person(), id), name, true, false);

        return after(doors.name(person.person(), new PasskeyId(id), named.get()), person.person(), id);
    }

    @PostMapping("/account/passkeys/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return after(doors.remove(person.person(), new PasskeyId(id)), person.person(), id);
    }

    private ModelAndView after(PasskeyResult result, PersonId person, UUID id) {
        return switch (result) {
            case Done() -> new ModelAndView("redirect:/account#passkeys");
            case LastOne() -> {
                var passkey = find(person, id);
                yield page(passkey, passkey.name(), false, true);
            }
            case Unknown(), NotAccepted(), TooMany() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private PersonPasskey find(PersonId person, UUID id) {
        return owned.of(person).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView make(PersonId person, HttpSession session, String name, boolean unnamed, boolean refused) {
        var options = doors.newKey(person);
        session.setAttribute(Challenges.MAKE, options);
        return new ModelAndView(
                "account/add-passkey", "page", new AddPasskeyPage(doors.json(options), name, unnamed, refused));
    }

    private static ModelAndView page(PersonPasskey passkey, String typed, boolean unnamed, boolean last) {
        return new ModelAndView("account/own-passkey", "page", new OwnPasskeyPage(passkey, typed, unnamed, last));
    }
}
