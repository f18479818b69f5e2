package org.kith.server.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.staff.UnitId;

/// The invented officers. Two caseworkers, and two registrars at one centre, because several steps need two people; a
/// third registrar, because another centre sees nothing of the first.
public enum DemoOfficer {
    MARROW(1, "J. Marrow", Role.REGISTRAR, Place.PORT_AMITY),
    PELL(9, "T. Pell", Role.REGISTRAR, Place.PORT_AMITY),
    FENN(2, "L. Fenn", Role.REGISTRAR, Place.STRELSAU),
    CASTELL(3, "R. Castell", Role.CASEWORKER),
    VARGA(4, "S. Varga", Role.CASEWORKER),
    ORIEL(5, "M. Oriel", Role.SUPERVISOR),
    BRANDT(6, "D. Brandt", Role.MANAGER),
    LINDE(7, "K. Linde", Role.MANAGER),
    SOREL(8, "N. Sorel", Role.AUDITOR);

    private final int digit;
    private final String person;
    private final Role role;
    private final @Nullable Place place;

    DemoOfficer(int digit, String person, Role role) {
        this(digit, person, role, null);
    }

    /// @param place the centre; null for headquarters
    DemoOfficer(int digit, String person, Role role, @Nullable Place place) {
        this.digit = digit;
        this.person = person;
        this.role = role;
        this.place = place;
    }

    /// A centre of `demo/centres.yaml`, by the last digit of its id.
    private enum Place {
        PORT_AMITY(1, "Port Amity"),
        STRELSAU(3, "Strelsau");

        private final int digit;
        private final String town;

        Place(int digit, String town) {
            this.digit = digit;
            this.town = town;
        }
    }

    public OfficerId id() {
        return new OfficerId(new UUID(0x0D_E0_00_00_00_00_40_00L, 0x8000_0000_0000_0000L | digit));
    }

    public String person() {
        return person;
    }

    /// Where the officer works.
    public Optional<UnitId> unit() {
        return Optional.ofNullable(place)
                .map(at -> new UnitId(new UUID(0x0D_E0_00_00_00_00_40_00L, 0x9000_0000_0000_0000L | at.digit)));
    }

    /// The town of the centre; null for headquarters.
    public @Nullable String town() {
        return place == null ? null : place.town;
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
