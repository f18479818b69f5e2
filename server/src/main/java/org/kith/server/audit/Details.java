package org.kith.server.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/// What more is to be known of a deed, in typed values alone: free text has no way into the journal.
public final class Details {
    private static final Details NONE = new Details(Map.of());

    private final Map<Detail, String> values;

    private Details(Map<Detail, String> values) {
        this.values = values;
    }

    public static Details none() {
        return NONE;
    }

    public static Details of(Detail detail, Enum<?> value) {
        return NONE.and(detail, value);
    }

    public static Details of(Detail detail, UUID value) {
        return NONE.and(detail, value);
    }

    public static Details of(Detail detail, Code value) {
        return NONE.and(detail, value);
    }

    public static Details of(Detail detail, Instant value) {
        return NONE.and(detail, value);
    }

    public static Details of(Detail detail, LocalDate value) {
        return NONE.and(detail, value);
    }

    public static Details of(Detail detail, long value) {
        return NONE.and(detail, value);
    }

    public static Details of(Detail detail, boolean value) {
        return NONE.and(detail, value);
    }

    public Details and(Detail detail, Enum<?> value) {
        return with(detail, value.name());
    }

    public Details and(Detail detail, UUID value) {
        return with(detail, value.toString());
    }

    public Details and(Detail detail, Code value) {
        return with(detail, value.value());
    }

    public Details and(Detail detail, Instant value) {
        return with(detail, value.truncatedTo(ChronoUnit.MICROS).toString());
    }

    public Details and(Detail detail, LocalDate value) {
        return with(detail, value.toString());
    }

    public Details and(Detail detail, long value) {
        return with(detail, Long.toString(value));
    }

    public Details and(Detail detail, boolean value) {
        return with(detail, Boolean.toString(value));
    }

    /// As text that shows to an auditor, by detail.
    public Map<Detail, String> values() {
        return values;
    }

    static Details read(Map<Detail, String> values) {
        return new Details(Collections.unmodifiableMap(new EnumMap<>(values)));
    }

    private Details with(Detail detail, String value) {
        var more = new EnumMap<Detail, String>(Detail.class);
        more.putAll(values);
        if (more.put(detail, value) != null) throw new IllegalArgumentException(detail + " is said twice.");
        return new Details(Collections.unmodifiableMap(more));
    }

    @Override
    public String toString() {
        return "Details" + values.keySet();
    }
}
