package org.kith.server.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/// Finds the template of a view by its name: `decision/not-ready` is `decision/not-ready.jte`.
@Component
class JteViews implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Screens screens;

    JteViews(Screens screens) {
        this.screens = screens;
        engine.setTrimControlStructures(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        // A redirect is another resolver's, and each look for a template that is not there costs a search of all jars.
        if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) return null;

        var template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        /// Without a content type of its own a view is passed over, and the browser gets an empty page.
        @Override
        public String getContentType() {
            return "text/html;charset=utf-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var parameters = new HashMap<String, Object>();
            var page = model == null ? null : model.get("page");
            if (page != null) parameters.put("page", page);
            parameters.put("screen", screens.of(request));

            // Rendered whole before the first byte leaves, so that a fault in a template is an error page and not half
            // a page.
            var output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
