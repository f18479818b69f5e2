package org.kith.server.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;

/// An examiner's sheet.
///
/// @param saysPass their word after reading the others; null where none was needed, or it is still to come
public record Sheet(
        OfficerId examiner,
        Marks marks,
        Instant at,
        @Nullable Boolean saysPass) {}
