package org.kith.pack.text;

import java.util.Optional;

/// A text that a language lacks.
///
/// @param english what it says in English, if that is there
public record MissingText(String key, Optional<String> english) {
    /// A line to fill in, below the English as a comment. Left empty, the check tells of it.
    public String asYaml() {
        var comment = english.map(text -> "# " + text.replaceAll("\\R", "\n# ") + "\n")
                .orElse("");
        return comment + key + ": \"\"\n";
    }
}
