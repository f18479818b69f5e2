package org.kith.server.application;

import java.util.UUID;

/// A person sent their application.
public record ApplicationSubmitted(UUID applicationId) {}
