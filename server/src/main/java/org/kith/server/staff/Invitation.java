package org.kith.server.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is to join, as what and where.
///
/// @param name as colleagues know them, such as “J. Marrow”
/// @param unit null where the work is not bound to a place
public record Invitation(
        String name, Set<Role> roles, @Nullable UnitId unit) {
    private static final int LONGEST_NAME = 80;

    public Invitation {
        name = name.strip();
        roles = Set.copyOf(roles);
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException("an officer has a name of 80 characters at most");
        if (roles.isEmpty()) throw new IllegalArgumentException("an officer has a role");
    }

    boolean needsSecondPerson() {
        return roles.stream().anyMatch(Role::needsSecondPerson);
    }
}
