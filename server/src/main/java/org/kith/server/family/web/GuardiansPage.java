package org.kith.server.family.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A child's guardians, as the one who fills in for the child sees them.
///
/// @param all        whether each is asked
/// @param exceptions why there may be but one; empty where the programme knows no such reason
/// @param claimed    which of them was given; null if none
/// @param judged     key of what an officer found
public record GuardiansPage(
        String id,
        String called,
        boolean all,
        List<Voice> voices,
        List<Choice> exceptions,
        @Nullable String claimed,
        String judged,
        Map<String, String> form,
        Map<String, String> faults) {

    /// What one guardian said.
    ///
    /// @param key of what they said
    public record Voice(boolean you, String key, @Nullable LocalDate day, String tag) {}

    /// A reason of the programme.
    ///
    /// @param papers that show it, in words
    public record Choice(String id, String title, List<String> papers) {}

    public String typed(String field) {
        return form.getOrDefault(field, "");
    }
}
