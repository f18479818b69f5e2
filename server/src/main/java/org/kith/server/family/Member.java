package org.kith.server.family;

import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Families.Relation;
import org.kith.server.vault.PersonId;

/// One of a family.
///
/// @param called   as they let the others call them
/// @param relation what they are to the one who asked them; null for the one who began
public record Member(
        FamilyId family,
        PersonId person,
        Kind kind,
        String called,
        @Nullable Relation relation) {
    public enum Kind {
        ADULT,
        CHILD
    }

    public boolean isChild() {
        return kind == Kind.CHILD;
    }

    @Override
    public String toString() {
        return "Member[…]";
    }
}
