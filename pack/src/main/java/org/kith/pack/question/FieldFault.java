package org.kith.pack.question;

import java.util.Map;

/// What is wrong with a field, as a text to show beside it. The values hold what the person wrote: show them, never
/// log them.
public record FieldFault(String field, String messageKey, Map<String, Object> values) {
    public FieldFault(String field, String messageKey) {
        this(field, messageKey, Map.of());
    }

    @Override
    public String toString() {
        return field + ": " + messageKey;
    }
}
