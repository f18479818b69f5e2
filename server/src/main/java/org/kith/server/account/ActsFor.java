package org.kith.server.account;

import java.util.Optional;
import org.kith.server.vault.PersonId;

/// Who may act for somebody that has no account: a guardian for a child. Asked at every request.
public interface ActsFor {
    /// What the child is called, if that guardian may act for them now; empty if not, or no longer.
    Optional<String> called(PersonId guardian, PersonId child);
}
