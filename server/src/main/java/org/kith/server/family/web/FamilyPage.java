package org.kith.server.family.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A person's family, as they see it: never how far another adult is.
///
/// @param together whether the programme lets anyone apply together
/// @param own      whether the person is in a family
/// @param wards    children whose guardian the person is though they are in another family
/// @param faults   keys of sentences by field
public record FamilyPage(
        boolean together,
        boolean own,
        List<Row> members,
        List<Ward> wards,
        List<Sent> invitations,
        boolean children,
        Map<String, String> faults) {

    /// One of the family.
    ///
    /// @param relation key of what they are to whoever asked them; null for the one who began
    public record Row(
            String called,
            @Nullable String relation,
            boolean you,
            @Nullable Ward child) {}

    /// A child one has a word for.
    ///
    /// @param state key of how its guardians stand
    public record Ward(String id, String called, String state, String tag) {}

    public record Sent(String id, String called, String address, LocalDate until) {}
}
