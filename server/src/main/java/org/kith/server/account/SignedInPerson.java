package org.kith.server.account;

import org.jspecify.annotations.Nullable;
import org.kith.server.site.SignedIn;
import org.kith.server.vault.PersonId;
import org.springframework.security.core.AuthenticatedPrincipal;

/// A person who is signed in. Their name is not known here, and shows in no header.
///
/// @param person   whose pages these are
/// @param limited  whether they came by a mail link though they have a passkey: it opens only status and recovery
/// (§7.8)
/// @param guardian who acts for the person, if they do not act themselves
/// @param called   what the guardian calls the child they act for; empty for whoever acts for themselves
public record SignedInPerson(
        PersonId person, boolean limited, @Nullable PersonId guardian, String called)
        implements SignedIn, AuthenticatedPrincipal {
    public SignedInPerson(PersonId person, boolean limited) {
        this(person, limited, null, "");
    }

    @Override
    public String label() {
        return "";
    }

    @Override
    public String actingFor() {
        return called;
    }

    @Override
    public String getName() {
        return person.value().toString();
    }

    @Override
    public String toString() {
        return "SignedInPerson[…]";
    }
}
