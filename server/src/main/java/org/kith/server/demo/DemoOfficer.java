package org.kith.server.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.staff.UnitId;

/// The invented officers. Two registrars and two caseworkers, because several steps need two people.
public enum DemoOfficer {
    MARROW(1, "J. Marrow", Role.REGISTRAR, 1),
    FENN(2, "L. Fenn", Role.REGISTRAR, 3),
    CASTELL(3, "R. Castell", Role.CASEWORKER),
    VARGA(4, "S. Varga", Role.CASEWORKER),
    ORIEL(5, "M. Oriel", Role.SUPERVISOR),
    BRANDT(6, "D. Brandt", Role.MANAGER),
    LINDE(7, "K. Linde", Role.MANAGER),
    SOREL(8, "N. Sorel", Role.AUDITOR);

    private final int digit;
    private final String person;
    private final Role role;
    private final int centre;

    DemoOfficer(int digit, String person, Role role) {
        this(digit, person, role, 0);
    }

    /// @param centre the last digit of the centre's id in `demo/centres.yaml`; 0 for headquarters
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

    /// Where the officer works.
    public Optional<UnitId> unit() {
        return centre == 0
                ? Optional.empty()
                : Optional.of(new UnitId(new UUID(0x0D_E0_00_00_00_00_40_00L, 0x9000_0000_0000_0000L | centre)));
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
