package org.kith.server.account;

import org.kith.server.site.SignedIn;
import org.kith.server.vault.PersonId;
import org.springframework.security.core.AuthenticatedPrincipal;

/// A person who is signed in. Their name is not known here, and shows in no header.
public record SignedInPerson(PersonId person) implements SignedIn, AuthenticatedPrincipal {
    @Override
    public String label() {
        return "";
    }

    @Override
    public String getName() {
        return person.value().toString();
    }
}
