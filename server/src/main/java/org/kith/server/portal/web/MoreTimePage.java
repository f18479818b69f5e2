package org.kith.server.portal.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why there is no more time.
///
/// @param key  of its texts
/// @param back where the person came from
/// @param day  that the sentence names
public record MoreTimePage(
        String key, String back, int times, @Nullable LocalDate day) {}
