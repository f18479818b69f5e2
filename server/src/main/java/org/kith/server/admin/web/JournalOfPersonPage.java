package org.kith.server.admin.web;

import java.util.List;

/// A person's entries, the newest first: what was done and who looked. Nothing of what the person said.
public record JournalOfPersonPage(String reference, List<Row> rows) {
    public record Row(String at, String deed, String who, String purpose) {}
}
