package org.kith.server.account;

import org.kith.server.vault.PersonId;

/// A person has signed in.
///
/// @param firstTime whether their account was opened by it
public record PersonSignedIn(PersonId person, boolean firstTime) {}
