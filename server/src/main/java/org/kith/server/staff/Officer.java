package org.kith.server.staff;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Actor;
import org.kith.server.audit.OfficerNumber;
import org.kith.server.audit.OfficerRole;
import org.kith.server.site.SignedIn;
import org.springframework.security.core.AuthenticatedPrincipal;

/// An active officer, as read from the register for this very request.
///
/// @param number what people outside are told instead of the name (§7.14)
/// @param unit   where the officer works; null where the work is not bound to a place
public record Officer(
        OfficerId id,
        OfficerNumber number,
        String name,
        Set<Role> roles,
        @Nullable UnitId unit) implements SignedIn, AuthenticatedPrincipal {
    public Officer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// The officer as the journal writes them down, acting in one of their roles.
    public Actor.Officer as(Role role) {
        if (!is(role)) throw new IllegalArgumentException(id + " does not act as " + role);

        return new Actor.Officer(id.value(), OfficerRole.valueOf(role.name()), unit == null ? null : unit.value());
    }

    /// “J. Marrow, registrar”.
    @Override
    public String label() {
        return name + ", "
                + roles.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Role::word)
                        .collect(Collectors.joining(" and "));
    }

    @Override
    public String getName() {
        return id.toString();
    }
}
