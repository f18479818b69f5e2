package org.kith.server.vault;

import java.util.UUID;
import java.util.regex.Pattern;

/// The one place a sealed value belongs to. Put anywhere else, it does not open.
///
/// @param purpose what it is, usually table and column, such as `answer.value`
/// @param row the row it stands in
public record Context(String purpose, UUID row) {
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9._-]{0,99}");

    public Context {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("A purpose is a short word in small letters, such as answer.value.");
        }
    }
}
