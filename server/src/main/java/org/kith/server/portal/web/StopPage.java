package org.kith.server.portal.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kith.server.decision.Stop;

/// A court's stop as the person it holds up reads it.
///
/// @param lifted null while it stands
public record StopPage(
        Stop.Words words, LocalDate since, @Nullable LocalDate lifted) {}
