package org.kith.server.audit;

import java.util.UUID;

/// The case a deed belongs to.
public record Case(CaseKind kind, UUID id) {}
