package org.kith.server.decision;

import java.util.UUID;

/// An application was approved, by as many officers as the programme asks for.
public record ApplicationApproved(UUID applicationId, UUID decisionId) {}
