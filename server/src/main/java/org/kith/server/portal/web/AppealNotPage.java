package org.kith.server.portal.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why an appeal was not taken.
///
/// @param key of its texts
/// @param was the last day; null where that is not why
public record AppealNotPage(String key, String id, @Nullable LocalDate was) {}
