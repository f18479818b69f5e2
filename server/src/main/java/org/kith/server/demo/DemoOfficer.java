package org.kith.server.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;

/// The invented officers. Two registrars and two caseworkers, because several steps need two people.
public enum DemoOfficer {
    MARROW(1, "J. Marrow", Role.REGISTRAR),
    FENN(2, "L. Fenn", Role.REGISTRAR),
    CASTELL(3, "R. Castell", Role.CASEWORKER),
    VARGA(4, "S. Varga", Role.CASEWORKER),
    ORIEL(5, "M. Oriel", Role.SUPERVISOR),
    BRANDT(6, "D. Brandt", Role.MANAGER),
    LINDE(7, "K. Linde", Role.MANAGER),
    SOREL(8, "N. Sorel", Role.AUDITOR);

    private final int digit;
    private final String person;
    private final Role role;

    DemoOfficer(int digit, String person, Role role) {
        this.digit = digit;
        this.person = person;
        this.role = role;
    }

    public OfficerId id() {
        return new OfficerId(new UUID(0x0D_E0_00_00_00_00_40_00L, 0x8000_0000_0000_0000L | digit));
    }

    public String person() {
        return person;
    }

    public Role role() {
        return role;
    }

    /// The short name in forms, such as `marrow`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DemoOfficer> of(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
