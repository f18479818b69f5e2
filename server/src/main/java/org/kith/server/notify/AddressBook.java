package org.kith.server.notify;

import java.util.Optional;
import org.kith.server.vault.PersonId;

/// Knows where people read mail. Accounts provide it; asked at the moment of sending, so that a changed address counts.
public interface AddressBook {
    /// Empty for a person who has left.
    Optional<Contact> contact(PersonId person);
}
