package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a family belongs to a case. The others are references until their own cases are opened.
///
/// @param number    of the family; empty for whoever is in none
/// @param shared    papers of relatives
/// @param guardians of a child; empty for whoever is none
/// @param exception why there is one guardian; null if nobody says so
public record CaseFamilyView(
        String number,
        List<Other> others,
        List<Shared> shared,
        List<Guardian> guardians,
        @Nullable Exempt exception,
        boolean ofAge,
        boolean mayJudge) {

    public record Other(String id, String reference) {}

    /// A paper of a relative.
    ///
    /// @param key   of how it stands
    /// @param pages that are still there to look at
    public record Shared(
            String id, String title, String key, @Nullable LocalDate day, String fact, List<Integer> pages) {}

    /// One who has a word for the child.
    ///
    /// @param reference of their own application; empty if there is none
    /// @param confirmed whether an officer at a counter confirmed who they are
    public record Guardian(
            boolean acts, String key, @Nullable LocalDate day, String reference, boolean confirmed) {}

    /// Why there is one guardian.
    ///
    /// @param papers that show it, in words
    /// @param shown  what an officer found; null until one did
    public record Exempt(
            String title, String papers, @Nullable Boolean shown) {}

    /// Whether a guardian has not agreed, and no officer found shown why there is but one.
    public boolean waits() {
        var shown = exception != null && Boolean.TRUE.equals(exception.shown());
        return !shown && guardians.stream().anyMatch(guardian -> !guardian.key().equals("case.family.yes"));
    }

    public boolean isEmpty() {
        return number.isEmpty() && shared.isEmpty() && guardians.isEmpty() && !ofAge;
    }
}
