package org.kith.server.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.server.site.SessionPlace;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Which officer a browser's session belongs to.
@Component
public class OfficerSessions extends SessionPlace {
    OfficerSessions(Officers officers) {
        super("officer", Set.of(), (id, _) -> officers.active(new OfficerId(id)).map(OfficerSessions::authentication));
    }

    public void begin(HttpServletRequest request, HttpServletResponse response, OfficerId officer) {
        put(request, response, officer.value());
    }

    private static Authentication authentication(Officer officer) {
        var authorities = Stream.concat(
                        Stream.of("ROLE_OFFICER"), officer.roles().stream().map(role -> "ROLE_" + role.name()))
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(officer, null, authorities);
    }
}
