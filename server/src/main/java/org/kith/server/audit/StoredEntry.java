package org.kith.server.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An entry as it lies in the database, before anything in it is believed.
final class StoredEntry {
    private StoredEntry() {}

    /// The hash that [Link#hash] gave it when it was written, or nothing if it could not have been written like this.
    static Optional<Hash> hash(ResultSet row, Hash previous) throws SQLException {
        var members = new TreeMap<String, String>();
        text(members, "chain", row.getString("chain"));
        text(members, "position", row.getString("position"));
        text(members, "id", row.getString("id"));
        text(members, "at", time(row, "at"));
        text(members, "deed", row.getString("deed"));
        text(members, "actor_kind", row.getString("actor_kind"));
        text(members, "actor", row.getString("actor"));
        text(members, "role", row.getString("role"));
        text(members, "unit", row.getString("unit"));
        text(members, "person", row.getString("person"));
        text(members, "case_kind", row.getString("case_kind"));
        text(members, "case", row.getString("case_id"));
        text(members, "purpose", row.getString("purpose"));
        text(members, "visible_from", time(row, "visible_from"));
        var commitment = row.getBytes("commitment");
        text(members, "commitment", commitment == null ? null : HexFormat.of().formatHex(commitment));
        try {
            return Optional.of(
                    Hash.over(previous.bytes(), Canonical.json(members).getBytes(US_ASCII)));
        } catch (IllegalArgumentException notAPlainWord) {
            return Optional.empty();
        }
    }

    private static void text(Map<String, String> members, String name, @Nullable String value) {
        if (value != null) members.put(name, value);
    }

    private static @Nullable String time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }
}
