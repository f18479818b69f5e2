package org.kith.server.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Which pages there are, so that nobody is asked to sign in for one there is not.
@Component
public class KnownPages {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    KnownPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean has(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) ServletRequestPathUtils.parseAndCache(request);
        try {
            return mappings.getObject().getHandler(request) != null;
        } catch (Exception e) {
            // There is such a page, though not for this method or kind of content.
            return true;
        }
    }
}
