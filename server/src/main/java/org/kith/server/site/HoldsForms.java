package org.kith.server.site;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Keeps what was typed into a form whose session has ended, until the same person or officer is back.
public interface HoldsForms {
    AuthenticationEntryPoint beforeAsking(AuthenticationEntryPoint others);

    AccessDeniedHandler beforeDenying(AccessDeniedHandler others);
}
