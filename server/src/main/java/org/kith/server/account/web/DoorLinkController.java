package org.kith.server.account.web;

import java.util.Optional;
import org.kith.server.account.AddressDoors;
import org.kith.server.account.CodeGiving;
import org.kith.server.account.CodeRecovery;
import org.kith.server.account.DoorKeeping;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the links lead that are mailed when a way in changes. Open to whoever has one: it may be all a person has
/// left. Opening the page does nothing; pressing its button does.
@Controller
class DoorLinkController {
    private final DoorKeeping keeping;
    private final AddressDoors doors;
    private final CodeGiving codes;
    private final CodeRecovery recovery;

    DoorLinkController(DoorKeeping keeping, AddressDoors doors, CodeGiving codes, CodeRecovery recovery) {
        this.keeping = keeping;
        this.doors = doors;
        this.codes = codes;
        this.recovery = recovery;
    }

    @Bean
    static OpenPaths linksAboutDoorsAreOpen() {
        return OpenPaths.of("/doors/*", "/doors/*/stop", "/doors/*/agree", "/doors/*/new");
    }

    @GetMapping("/doors/{link}")
    ModelAndView look(@PathVariable String link) {
        return keeping.stoppable(link)
                .map(change -> DoorLinkPage.of(link, change, false))
                .or(() -> doors.agreeable(link).map(change -> DoorLinkPage.of(link, change, true)))
                .or(() -> Optional.of(link)
                        .filter(codes::canEnd)
                        .map(_ -> new DoorLinkPage(link, "doors.change.code-given", false)))
                .map(page -> new ModelAndView("account/door-link", "page", page))
                .or(() -> doors.code(link)
                        .map(OtherBrowserPage::of)
                        .map(page -> new ModelAndView("account/door-code", "page", page)))
                .or(() -> Optional.of(link).filter(recovery::canProve).map(_ -> newDoor(link, false)))
                .orElseGet(DoorLinkController::over);
    }

    @PostMapping("/doors/{link}/stop")
    ModelAndView stop(@PathVariable String link) {
        return keeping.stop(link) || codes.end(link) ? new ModelAndView("account/door-stopped") : over();
    }

    @PostMapping("/doors/{link}/agree")
    ModelAndView agree(@PathVariable String link) {
        return doors.agree(link) ? new ModelAndView("account/door-agreed") : over();
    }

    /// Whoever reads the new address that a recovery code came with says that it is theirs.
    @PostMapping("/doors/{link}/new")
    ModelAndView prove(@PathVariable String link) {
        return switch (recovery.prove(link)) {
            case RIGHT -> new ModelAndView("redirect:/doors/waits");
            case TAKEN -> newDoor(link, true);
            case WRONG -> over();
        };
    }

    @GetMapping("/doors/waits")
    ModelAndView waits() {
        return new ModelAndView("account/door-waits");
    }

    private static ModelAndView newDoor(String link, boolean taken) {
        var view = new ModelAndView("account/door-new", "page", new NewDoorPage(link, taken));
        if (taken) view.setStatus(HttpStatus.CONFLICT);
        return view;
    }

    private static ModelAndView over() {
        var view = new ModelAndView("account/door-over");
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
