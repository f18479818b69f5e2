package org.kith.server.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.pack.text.Texts;
import org.kith.server.card.CardDrawing;
import org.kith.server.programme.Programme;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class StartPageController {
    private final Programme programme;
    private final CardDrawing cards;
    private final Map<Locale, String> specimens = new ConcurrentHashMap<>();

    StartPageController(Programme programme, CardDrawing cards) {
        this.programme = programme;
        this.cards = cards;
    }

    @Bean
    static OpenPaths startIsOpen() {
        return OpenPaths.of("/", "/privacy", "/accessibility");
    }

    @GetMapping("/")
    ModelAndView start(Locale language) {
        var texts = programme.texts(language);
        var own = programme.current().programme();
        return new ModelAndView(
                "portal/start",
                "page",
                new StartPage(
                        texts.text("start.headline"),
                        texts.text("start.lead"),
                        specimens.computeIfAbsent(language, cards::specimen),
                        all(own.benefits(), texts),
                        all(own.needs(), texts)));
    }

    @GetMapping("/privacy")
    ModelAndView privacy() {
        return new ModelAndView("portal/privacy");
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility() {
        return new ModelAndView("portal/accessibility");
    }

    private static List<String> all(List<String> keys, Texts texts) {
        return keys.stream().map(texts::text).toList();
    }
}
