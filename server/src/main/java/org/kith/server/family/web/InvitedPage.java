package org.kith.server.family.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody is asked.
///
/// @param kind     key of what for
/// @param by       who asks
/// @param relation key of what the asked one is to them; null unless they are to join
/// @param scope    keys of what a helper may read
public record InvitedPage(
        String kind,
        String by,
        @Nullable String relation,
        List<String> scope,
        String called,
        Map<String, String> faults) {}
