package org.kith.server.portal.web;

import java.util.List;
import org.kith.server.identity.Receipt;

/// What officers checked at a person's visits.
public record ChecksPage(String reference, List<Entry> checks) {
    /// One check.
    ///
    /// @param record whether there is a signed record to keep
    public record Entry(Receipt receipt, boolean record) {}
}
