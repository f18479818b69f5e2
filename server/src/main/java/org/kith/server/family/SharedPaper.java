package org.kith.server.family;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.DocumentId;
import org.kith.server.vault.PersonId;

/// A paper of one that serves another, with its owner's consent.
///
/// @param serves     for whom it serves
/// @param evidence   the paper's id in the catalogue
/// @param verifiedAt when an officer saw what it shows; null until one did
/// @param fact       what they saw; empty until then
/// @param withdrawnAt when the owner ended the consent; null while it stands
/// @param decision   the decision that rests on it; null until there is one
public record SharedPaper(
        Id id,
        FamilyId family,
        DocumentId document,
        PersonId owner,
        PersonId serves,
        String evidence,
        @Nullable Instant verifiedAt,
        String fact,
        @Nullable Instant withdrawnAt,
        @Nullable UUID decision) {
    public record Id(UUID value) {}

    /// Whether it counts as evidence: an officer saw it, and its owner's consent stands or a decision rests on it.
    public boolean counts() {
        return verifiedAt != null && stands();
    }

    public boolean stands() {
        return withdrawnAt == null || decision != null;
    }

    @Override
    public String toString() {
        return "SharedPaper[…]";
    }
}
