package org.kith.server.account;

import java.time.Instant;

/// A passkey as its owner knows it.
///
/// @param name    the owner's own word for it
/// @param settled whether the time in which it could be undone is over
public record PersonPasskey(PasskeyId id, String name, Instant created, Instant lastUsed, boolean settled) {}
