package org.kith.server.demo.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kith.server.demo.DemoOfficer;
import org.kith.server.demo.DemoStep;

/// Who is who in the demonstration, and what time it is there.
///
/// @param applicant the invented applicant's address
/// @param noAddress whether something else than an address was typed
public record DemoPage(String applicant, Instant now, boolean noAddress, List<Seat> officers) {
    /// Somebody to be.
    ///
    /// @param town of their centre; empty at headquarters
    public record Seat(DemoOfficer officer, String town) {}

    public List<DemoStep> steps() {
        return List.of(DemoStep.values());
    }

    /// As `kith verify --at` takes it.
    public String instant() {
        return now.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    public LocalDateTime time() {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }
}
