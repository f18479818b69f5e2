package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.kith.server.account.Accounts;
import org.kith.server.account.Devices;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.Way;
import org.kith.server.site.SessionPlace;
import org.kith.server.vault.PersonId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Which person a browser's session belongs to.
@Component
public class PersonSessions extends SessionPlace {
    private static final List<SimpleGrantedAuthority> PERSON = List.of(new SimpleGrantedAuthority("ROLE_PERSON"));
    private static final List<SimpleGrantedAuthority> BY_LINK =
            List.of(new SimpleGrantedAuthority("ROLE_PERSON_BY_LINK"));

    private final Devices devices;

    PersonSessions(Accounts accounts, Devices devices) {
        super(
                Devices.PLACE,
                Devices.index(),
                (id, session) -> accounts.standing(new PersonId(id))
                        .map(standing -> authentication(new PersonId(id), standing, session)));
        this.devices = devices;
    }

    private static Authentication authentication(PersonId person, Accounts.Standing standing, HttpSession session) {
        var limited = standing.hasSettledPasskey() && Devices.by(session.getAttribute(Devices.BY)) == Way.LINK;
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(person, limited), null, limited ? BY_LINK : PERSON);
    }

    public void begin(HttpServletRequest request, HttpServletResponse response, PersonId person, Way by) {
        put(request, response, person.value());
        devices.remembered(person, by, BrowserName.of(request)).forEach(request.getSession()::setAttribute);
    }
}
