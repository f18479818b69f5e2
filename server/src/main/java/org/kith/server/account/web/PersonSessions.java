package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.kith.server.account.Accounts;
import org.kith.server.account.ActsFor;
import org.kith.server.account.Devices;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.Way;
import org.kith.server.site.SessionPlace;
import org.kith.server.vault.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Which person a browser's session belongs to.
@Component
public class PersonSessions extends SessionPlace {
    private static final List<SimpleGrantedAuthority> PERSON = List.of(new SimpleGrantedAuthority("ROLE_PERSON"));
    private static final List<SimpleGrantedAuthority> BY_LINK =
            List.of(new SimpleGrantedAuthority("ROLE_PERSON_BY_LINK"));

    private static final List<SimpleGrantedAuthority> FOR_CHILD = List.of(new SimpleGrantedAuthority("ROLE_FOR_CHILD"));
    /// They act for a child, and may no longer: nothing opens but the way back to themselves.
    private static final List<SimpleGrantedAuthority> NO_LONGER =
            List.of(new SimpleGrantedAuthority("ROLE_FOR_NOBODY"));
    private static final String CHILD = Devices.PLACE + ".child";

    private final Devices devices;

    PersonSessions(Accounts accounts, Devices devices, ObjectProvider<ActsFor> acting) {
        super(
                Devices.PLACE,
                Devices.index(),
                (id, session) -> accounts.standing(new PersonId(id))
                        .map(standing -> authentication(new PersonId(id), standing, session, acting)));
        this.devices = devices;
    }

    private static Authentication authentication(
            PersonId person, Accounts.Standing standing, HttpSession session, ObjectProvider<ActsFor> acting) {
        var limited = standing.hasSettledPasskey() && Devices.by(session.getAttribute(Devices.BY)) == Way.LINK;
        if (!limited && session.getAttribute(CHILD) instanceof String child) {
            return forChild(person, new PersonId(UUID.fromString(child)), acting.getObject());
        }
        return authenticated(new SignedInPerson(person, limited), limited ? BY_LINK : PERSON);
    }

    private static Authentication forChild(PersonId guardian, PersonId child, ActsFor acting) {
        return acting.called(guardian, child)
                .map(called -> authenticated(new SignedInPerson(child, false, guardian, called), FOR_CHILD))
                .orElseGet(() -> authenticated(new SignedInPerson(guardian, false), NO_LONGER));
    }

    private static Authentication authenticated(SignedInPerson person, List<SimpleGrantedAuthority> may) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, may);
    }

    public void begin(HttpServletRequest request, HttpServletResponse response, PersonId person, Way by) {
        put(request, response, person.value());
        devices.remembered(person, by, BrowserName.of(request)).forEach(request.getSession()::setAttribute);
    }

    /// From now on this browser fills in for a child. Forms opened before are worth nothing: what was written for one
    /// is never saved for another.
    public void actFor(HttpServletRequest request, HttpServletResponse response, PersonId child) {
        request.getSession().setAttribute(CHILD, child.value().toString());
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    }

    /// Back to themselves.
    public void actForThemselves(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(CHILD);
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    }
}
