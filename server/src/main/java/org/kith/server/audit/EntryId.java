package org.kith.server.audit;

import java.util.UUID;

/// A random number of an entry.
public record EntryId(UUID value) {}
