package org.kith.server.identity;

import java.util.UUID;

/// An officer confirmed at a counter who the applicant is.
public record IdentityConfirmed(UUID applicationId) {}
