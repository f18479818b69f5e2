package org.kith.server.family.web;

import java.util.List;
import java.util.Map;

/// Inviting an adult to the family.
///
/// @param relations what they may be, by the programme
public record InvitePage(List<String> relations, Map<String, String> form, Map<String, String> faults) {
    public String typed(String field) {
        return form.getOrDefault(field, "");
    }
}
