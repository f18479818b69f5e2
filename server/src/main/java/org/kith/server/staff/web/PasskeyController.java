package org.kith.server.staff.web;

import java.util.Optional;
import org.kith.server.site.LocalPath;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing in with a passkey.
@Controller
class PasskeyController {
    @GetMapping("/staff/sign-in")
    ModelAndView page(@RequestParam Optional<String> next) {
        var to = next.flatMap(LocalPath::of).map(LocalPath::value).orElse("/staff");
        return new ModelAndView("staff/sign-in", "page", new SignInPage(to));
    }
}
