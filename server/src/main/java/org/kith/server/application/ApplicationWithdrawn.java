package org.kith.server.application;

import java.util.UUID;

/// A person took their application back: nobody waits for them, and nobody decides.
public record ApplicationWithdrawn(UUID applicationId) {}
