package org.kith.server.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.OfficerNumber;

/// A line of the staff register, of whatever state.
///
/// @param confirmed      whether the officer has all the confirmations their roles need
/// @param invitedBy      null for the first manager, whom the operator invited
/// @param reenrolAskedBy who asked that this officer may enrol a new passkey; null where nobody did
public record OfficerEntry(
        OfficerId id,
        OfficerNumber number,
        String name,
        @Nullable UnitId unit,
        Set<Role> roles,
        OfficerState state,
        boolean confirmed,
        @Nullable OfficerId invitedBy,
        @Nullable OfficerId reenrolAskedBy) {
    public OfficerEntry {
        roles = Set.copyOf(roles);
    }

    Officer asOfficer() {
        return new Officer(id, number, name, roles, unit);
    }
}
