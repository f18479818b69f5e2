package org.kith.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Has every page say in a header which template it came from.
@TestConfiguration(proxyBeanMethods = false)
class NamedViews {
    static final String HEADER = "Kith-View";

    @Bean
    static BeanPostProcessor viewsSayTheirNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("jteViews") ? new Naming((ViewResolver) bean) : bean;
            }
        };
    }

    private record Naming(ViewResolver views) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, Locale locale) throws Exception {
            var view = views.resolveViewName(name, locale);
            return view == null ? null : new Named(name, view);
        }

        @Override
        public int getOrder() {
            return ((Ordered) views).getOrder();
        }
    }

    private record Named(String name, View view) implements View {
        @Override
        public @Nullable String getContentType() {
            return view.getContentType();
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            response.setHeader(HEADER, name);
            view.render(model, request, response);
        }
    }
}
