package org.kith.server.account;

import org.kith.server.site.SignedIn;
import org.kith.server.vault.PersonId;
import org.springframework.security.core.AuthenticatedPrincipal;

/// A person who is signed in. Their name is not known here, and shows in no header.
///
/// @param limited whether they came by a mail link though they have a passkey: it opens only status and recovery (§7.8)
public record SignedInPerson(PersonId person, boolean limited) implements SignedIn, AuthenticatedPrincipal {
    @Override
    public String label() {
        return "";
    }

    @Override
    public String getName() {
        return person.value().toString();
    }
}
