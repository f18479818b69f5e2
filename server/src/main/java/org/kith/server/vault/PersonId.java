package org.kith.server.vault;

import java.io.Serializable;
import java.util.UUID;

/// A person as the server knows them: a random number, and a key of their own.
public record PersonId(UUID value) implements Serializable {}
