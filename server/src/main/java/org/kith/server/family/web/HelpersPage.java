package org.kith.server.family.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Who reads along with a person.
///
/// @param scopes keys of what can be shared
public record HelpersPage(
        List<Row> helpers,
        List<FamilyPage.Sent> invitations,
        List<String> scopes,
        Map<String, String> form,
        Map<String, String> faults) {
    /// One who reads along.
    ///
    /// @param scope keys of what they may read
    public record Row(String id, String called, List<String> scope, List<LocalDate> looks) {}

    public String typed(String field) {
        return form.getOrDefault(field, "");
    }
}
