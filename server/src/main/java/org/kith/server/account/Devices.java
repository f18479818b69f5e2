package org.kith.server.account;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/// The browsers a person is signed in with. Their sessions stand in the database under the person's random id, so that
/// one look at an index finds them; what a browser is called lies in them sealed (§7.6).
@Service
public class Devices {
    /// The person's place in a session: this attribute, and those whose names begin with it and a dot.
    public static final String PLACE = "person";

    private static final String NAME = PLACE + ".device";
    /// How the person came in.
    public static final String BY = PLACE + ".by";
    private static final String INDEX = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<?> sessions;
    private final Vault vault;
    private final Journal journal;

    Devices(FindByIndexNameSessionRepository<?> sessions, Vault vault, Journal journal) {
        this.sessions = sessions;
        this.vault = vault;
        this.journal = journal;
    }

    /// What a session is to remember of a sign-in, beside the person's id.
    ///
    /// @param name what the browser calls itself
    public Map<String, Object> remembered(PersonId person, Way by, String name) {
        return Map.of(
                INDEX, person.value().toString(), BY, by.name(), NAME, vault.sealText(person, context(person), name));
    }

    /// What of a session is to go when the person leaves it, apart from their place.
    public static Set<String> index() {
        return Set.of(INDEX);
    }

    /// How the person came in whose session has this in [#BY].
    public static Way by(@Nullable Object remembered) {
        return Way.PASSKEY.name().equals(remembered) ? Way.PASSKEY : Way.LINK;
    }

    /// Where the person is signed in, the browser that asks first and then the one used last.
    public List<Device> of(PersonId person, String here) {
        return sessions.findByPrincipalName(person.value().toString()).values().stream()
                .map(session -> device(person, session, here))
                .sorted(Comparator.comparing(Device::here)
                        .thenComparing(Device::last)
                        .reversed())
                .toList();
    }

    /// Signs the person out everywhere but here.
    public void endOthers(PersonId person, String here) {
        var ended = end(sessions, person, here);
        journal.record(
                Deed.OTHER_DEVICES_SIGNED_OUT,
                Actor.of(person),
                person,
                new Case(CaseKind.ACCOUNT, person.value()),
                Details.of(Detail.COUNT, ended));
    }

    /// Signs the person out everywhere.
    void endAll(PersonId person) {
        end(sessions, person, "");
    }

    private static <S extends Session> int end(
            FindByIndexNameSessionRepository<S> sessions, PersonId person, String here) {
        var ended = 0;
        for (var session :
                sessions.findByPrincipalName(person.value().toString()).values()) {
            if (session.getId().equals(here)) continue;

            // An officer who is signed in beside the person stays.
            session.getAttributeNames().stream()
                    .filter(name -> name.equals(PLACE) || name.startsWith(PLACE + ".") || name.equals(INDEX))
                    .toList()
                    .forEach(session::removeAttribute);
            sessions.save(session);
            ended++;
        }
        return ended;
    }

    private Device device(PersonId person, Session session, String here) {
        byte[] sealed = session.getAttributeOrDefault(NAME, new byte[0]);
        var name = sealed.length == 0
                ? ""
                : vault.open(person, context(person), sealed)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("");
        return new Device(
                name,
                by(session.getAttribute(BY)),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(here));
    }

    private static Context context(PersonId person) {
        return new Context("session.device", person.value());
    }
}
