package org.kith.server.family.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Papers that a person may let serve others, and those of others that serve them.
public record FamilyPapersPage(List<Own> own, List<Theirs> theirs) {
    /// A paper of the person’s own.
    ///
    /// @param others of the family, each with whether the paper serves them
    public record Own(String id, String title, List<Other> others) {}

    public record Other(String person, String called, boolean serves) {}

    /// A paper of another’s.
    ///
    /// @param key of how it stands
    public record Theirs(String title, String key, @Nullable LocalDate day, String tag) {}
}
