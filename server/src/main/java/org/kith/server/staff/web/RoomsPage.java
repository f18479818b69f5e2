package org.kith.server.staff.web;

import org.kith.server.audit.Alarms;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;

/// The rooms that an officer's roles open.
///
/// @param alarms how many refused tries nobody has looked into; for auditors
public record RoomsPage(
        String name, String number, boolean desk, boolean register, boolean figures, boolean journal, int alarms) {
    static RoomsPage of(Officer officer, Alarms alarms) {
        return new RoomsPage(
                officer.name(),
                officer.number().toString(),
                officer.is(Role.REGISTRAR)
                        || officer.is(Role.CASEWORKER)
                        || officer.is(Role.SUPERVISOR)
                        || officer.is(Role.APPEALS),
                officer.is(Role.MANAGER),
                officer.is(Role.MANAGER) || officer.is(Role.SUPERVISOR),
                officer.is(Role.AUDITOR),
                officer.is(Role.AUDITOR) ? alarms.count() : 0);
    }
}
