package org.kith.server.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;

/// The invented officers. Two caseworkers, and two registrars at one centre, because several steps need two people; a
/// third registrar, because another centre sees nothing of the first; three who hear appeals, because a third decides
/// where two differ.
public enum DemoOfficer {
    MARROW(1, "J. Marrow", Role.REGISTRAR, 1),
    PELL(9, "T. Pell", Role.REGISTRAR, 1),
    FENN(2, "L. Fenn", Role.REGISTRAR, 3),
    CASTELL(3, "R. Castell", Role.CASEWORKER),
    VARGA(4, "S. Varga", Role.CASEWORKER),
    ORIEL(5, "M. Oriel", Role.SUPERVISOR),
    BRANDT(6, "D. Brandt", Role.MANAGER),
    LINDE(7, "K. Linde", Role.MANAGER),
    SOREL(8, "N. Sorel", Role.AUDITOR),
    HALLAM(10, "E. Hallam", Role.APPEALS),
    CORVIN(11, "I. Corvin", Role.APPEALS),
    DESTRY(12, "A. Destry", Role.APPEALS);

    private final int digit;
    private final String person;
    private final Role role;
    private final int centre;

    DemoOfficer(int digit, String person, Role role) {
        this(digit, person, role, 0);
    }

    DemoOfficer(int digit, String person, Role role, int centre) {
        this.digit = digit;
        this.person = person;
        this.role = role;
        this.centre = centre;
    }

    public OfficerId id() {
        return new OfficerId(new UUID(0x0D_E0_00_00_00_00_40_00L, 0x8000_0000_0000_0000L | digit));
    }

    public String person() {
        return person;
    }

    /// Which centre the officer works at, counted from 1; 0 at headquarters.
    public int centre() {
        return centre;
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
