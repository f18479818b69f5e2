package org.kith.server.family;

import org.kith.server.vault.PersonId;

/// What came of starting a family, or of adding to it.
public sealed interface FamilyResult {
    record Done() implements FamilyResult {}

    record ChildAdded(PersonId child) implements FamilyResult {}

    /// Under this programme everyone applies alone, or nobody may take in such a person.
    record NotInProgramme() implements FamilyResult {}

    /// They are in a family already.
    record InOneAlready() implements FamilyResult {}

    /// There are as many as the programme lets apply together.
    record Full() implements FamilyResult {}

    /// Of age, or not born yet: no child.
    record NotAChild() implements FamilyResult {}
}
