package org.kith.server.audit;

import java.util.regex.Pattern;

/// An id from the programme pack, such as a ground's or a question's: never anything a person typed.
public record Code(String value) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    public Code {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("A code is at most 60 small letters, digits, dots, lines and dashes.");
        }
    }
}
