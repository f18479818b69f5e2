package org.kith.server.site;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the server is reached from outside. Links, passkeys and cookies go by this setting, never by what a request
/// says of itself.
@Component
public class BaseUrl {
    private final URI value;

    BaseUrl(@Value("${kith.base-url}") URI value) {
        if (value.getScheme() == null || value.getHost() == null)
            throw new IllegalArgumentException("kith.base-url must be an absolute http or https address");

        this.value = URI.create(value.toString().replaceAll("/+$", ""));
    }

    /// The full address of a page, from its path beginning with a slash.
    public String link(String path) {
        return value + path;
    }

    /// Scheme, host and port, as a browser states them (RFC 6454).
    public String origin() {
        return value.getScheme() + "://" + value.getAuthority();
    }

    public String host() {
        return value.getHost();
    }

    public boolean secure() {
        return "https".equals(value.getScheme());
    }
}
