package org.kith.server.admin.web;

import org.kith.server.staff.OfficerEntry;

/// The link to hand over, shown this once.
///
/// @param needsSecondPerson whether another manager has to confirm the officer
public record EnrolmentLinkPage(String name, String link, boolean needsSecondPerson) {
    EnrolmentLinkPage(OfficerEntry officer, String link) {
        this(officer.name(), link, !officer.confirmed());
    }
}
