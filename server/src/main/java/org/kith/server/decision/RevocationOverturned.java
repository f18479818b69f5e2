package org.kith.server.decision;

import java.util.UUID;

/// On appeal, a revocation turned out wrong: what was revoked is to be made good.
public record RevocationOverturned(UUID subjectId, UUID decisionId) {}
