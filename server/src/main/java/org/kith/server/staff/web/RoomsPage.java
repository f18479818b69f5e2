package org.kith.server.staff.web;

import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;

/// The rooms that an officer's roles open.
public record RoomsPage(String name, String number, boolean desk, boolean register, boolean figures, boolean journal) {
    static RoomsPage of(Officer officer) {
        return new RoomsPage(
                officer.name(),
                officer.number().toString(),
                officer.is(Role.REGISTRAR)
                        || officer.is(Role.CASEWORKER)
                        || officer.is(Role.SUPERVISOR)
                        || officer.is(Role.APPEALS),
                officer.is(Role.MANAGER),
                officer.is(Role.MANAGER) || officer.is(Role.SUPERVISOR),
                officer.is(Role.AUDITOR));
    }
}
