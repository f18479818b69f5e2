package org.kith.server.account.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.kith.server.account.Devices;

/// Where a session keeps the challenge of a page with a passkey, until it is answered once. The names belong to the
/// person's place: whoever signs in or out takes none along.
final class Challenges {
    static final String MAKE = Devices.PLACE + ".passkey.make";
    static final String SHOW = Devices.PLACE + ".passkey.show";

    private Challenges() {}

    static <T> Optional<T> take(HttpSession session, String name, Class<T> type) {
        var value = session.getAttribute(name);
        session.removeAttribute(name);
        return Optional.ofNullable(value).map(type::cast);
    }
}
