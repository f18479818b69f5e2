package org.kith.server.programme;

import org.kith.pack.programme.Colours;
import org.kith.pack.programme.Colours.Palette;
import org.kith.server.site.Brand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeBrand {
    @Bean
    Brand brand(Programme programme) {
        return new Brand(
                language -> programme.texts(language).text("card.name"),
                language -> programme.texts(language).text("state.name"),
                programme.languages(),
                programme
                        .current()
                        .programme()
                        .colours()
                        .map(ProgrammeBrand::rules)
                        .orElse(""));
    }

    private static String rules(Colours colours) {
        return ":root{" + tokens(colours.light()) + "}@media (prefers-color-scheme:dark){:root{"
                + tokens(colours.dark()) + "}}";
    }

    /// The names of `kith.css`. Links wear the colour of actions.
    private static String tokens(Palette palette) {
        return "--kith-hue-a:" + palette.hueA()
                + ";--kith-hue-a-tint:" + palette.hueATint()
                + ";--kith-hue-b:" + palette.hueB()
                + ";--kith-hue-b-tint:" + palette.hueBTint()
                + ";--kith-link:" + palette.action()
                + ";--kith-link-hover:" + palette.actionHover()
                + ";--kith-action:" + palette.action()
                + ";--kith-action-hover:" + palette.actionHover()
                + ";--kith-on-action:" + palette.onAction()
                + ";--kith-focus:" + palette.focus();
    }
}
