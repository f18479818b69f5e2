package org.kith.server.family.web;

import java.util.Map;

/// Adding a child.
///
/// @param adultAt from which age people answer for themselves
/// @param form    what was typed
/// @param faults  keys of sentences by field
public record ChildPage(int adultAt, Map<String, String> form, Map<String, String> faults) {
    public String typed(String field) {
        return form.getOrDefault(field, "");
    }
}
