package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.kith.server.account.Accounts;
import org.kith.server.account.Devices;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.Way;
import org.kith.server.site.SessionPlace;
import org.kith.server.vault.PersonId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// Which person a browser's session belongs to.
@Component
public class PersonSessions extends SessionPlace {
    private static final List<SimpleGrantedAuthority> PERSON = List.of(new SimpleGrantedAuthority("ROLE_PERSON"));

    private final Devices devices;

    PersonSessions(Accounts accounts, Devices devices) {
        super(
                Devices.PLACE,
                Devices.index(),
                id -> Optional.of(new PersonId(id))
                        .filter(accounts::exists)
                        .map(person -> UsernamePasswordAuthenticationToken.authenticated(
                                new SignedInPerson(person), null, PERSON)));
        this.devices = devices;
    }

    public void begin(HttpServletRequest request, HttpServletResponse response, PersonId person, Way by) {
        put(request, response, person.value());
        devices.remembered(person, by, BrowserName.of(request)).forEach(request.getSession()::setAttribute);
    }
}
