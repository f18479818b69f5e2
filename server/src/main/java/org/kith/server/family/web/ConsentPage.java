package org.kith.server.family.web;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one guardian signs, apart from the others.
///
/// @param said what they said before; null if nothing
/// @param acts whether they fill in for the child too
public record ConsentPage(
        String id,
        String called,
        @Nullable Boolean said,
        @Nullable LocalDate day,
        boolean acts,
        Map<String, String> faults) {}
