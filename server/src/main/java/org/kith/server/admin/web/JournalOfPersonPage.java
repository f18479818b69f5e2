package org.kith.server.admin.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's entries, the newest first: what was done and who looked. Nothing of what the person said.
///
/// @param purpose why the auditor looks
/// @param next    where older entries begin, if there are any
public record JournalOfPersonPage(
        String reference,
        String purpose,
        List<Row> rows,
        @Nullable Long next) {
    public record Row(String at, String deed, String who, String purpose) {}
}
