package org.kith.server.account.web;

import org.kith.server.account.AddressDoors;
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

    DoorLinkController(DoorKeeping keeping, AddressDoors doors) {
        this.doors = doors;
        this.keeping = keeping;
    }

    @Bean
    static OpenPaths linksAboutDoorsAreOpen() {
        return OpenPaths.of("/doors/*", "/doors/*/stop", "/doors/*/agree");
    }

    @GetMapping("/doors/{link}")
    ModelAndView look(@PathVariable String link) {
        return keeping.stoppable(link)
                .map(change -> new DoorLinkPage(link, change.kind(), false))
                .or(() -> doors.agreeable(link).map(change -> new DoorLinkPage(link, change.kind(), true)))
                .map(page -> new ModelAndView("account/door-link", "page", page))
                .or(() -> doors.code(link)
                        .map(OtherBrowserPage::of)
                        .map(page -> new ModelAndView("account/door-code", "page", page)))
                .orElseGet(DoorLinkController::over);
    }

    @PostMapping("/doors/{link}/stop")
    ModelAndView stop(@PathVariable String link) {
        return keeping.stop(link) ? new ModelAndView("account/door-stopped") : over();
    }

    @PostMapping("/doors/{link}/agree")
    ModelAndView agree(@PathVariable String link) {
        return doors.agree(link) ? new ModelAndView("account/door-agreed") : over();
    }

    private static ModelAndView over() {
        var view = new ModelAndView("account/door-over");
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
