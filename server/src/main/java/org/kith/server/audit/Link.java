package org.kith.server.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An entry in its place: bound by its hash to all that stand before it in its chain.
///
/// @param position from 1
/// @param commitment to its details, if it has any
record Link(int chain, long position, Entry entry, @Nullable Hash commitment) {
    /// Entries of one person stand in one chain. More chains, and fewer have to wait for each other.
    static final int CHAINS = 16;

    static int chainOf(Entry entry) {
        var person = entry.person();
        var id = person == null ? entry.id().value() : person.value();
        return (int) (id.getLeastSignificantBits() & CHAINS - 1);
    }

    /// SHA-256 over the previous entry's hash, then this entry as canonical JSON.
    Hash hash(Hash previous) {
        return Hash.over(previous.bytes(), json().getBytes(US_ASCII));
    }

    String json() {
        var members = new TreeMap<String, String>();
        members.put("chain", Integer.toString(chain));
        members.put("position", Long.toString(position));
        members.put("id", entry.id().value().toString());
        members.put("at", entry.at().toString());
        members.put("deed", entry.deed().name());
        members.putAll(actor(entry.actor()));
        members.put("visible_from", entry.visibleFrom().toString());

        var person = entry.person();
        if (person != null) members.put("person", person.value().toString());
        var subject = entry.subject();
        if (subject != null) {
            members.put("case_kind", subject.kind().name());
            members.put("case", subject.id().toString());
        }
        var purpose = entry.purpose();
        if (purpose != null) members.put("purpose", purpose.name());
        if (commitment != null) members.put("commitment", commitment.hex());
        return Canonical.json(members);
    }

    private static Map<String, String> actor(Actor actor) {
        return switch (actor) {
            case Actor.House() -> Map.of("actor_kind", "HOUSE");
            case Actor.Person(var id) ->
                Map.of("actor_kind", "PERSON", "actor", id.value().toString());
            case Actor.Officer(var id, var role, var unit) -> {
                var members = new TreeMap<String, String>();
                members.put("actor_kind", "OFFICER");
                members.put("actor", id.toString());
                members.put("role", role.name());
                if (unit != null) members.put("unit", unit.toString());
                yield members;
            }
        };
    }
}
