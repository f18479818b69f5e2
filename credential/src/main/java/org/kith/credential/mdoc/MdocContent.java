package org.kith.credential.mdoc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusReference;

/// What an mdoc says.
///
/// @param docType   such as `org.example.card.1`
/// @param elements  by namespace and identifier
/// @param deviceKey of the wallet that may present it
/// @param status    where it is looked up; null for one that lives too short to be looked up
public record MdocContent(
        String docType,
        Map<String, Map<String, Cbor>> elements,
        Jwk deviceKey,
        Validity validity,
        @Nullable StatusReference status) {
    public MdocContent {
        if (docType.isBlank()) throw new IllegalArgumentException("An mdoc has a docType.");
        if (elements.values().stream().anyMatch(Map::isEmpty) || elements.isEmpty()) {
            throw new IllegalArgumentException("A namespace of an mdoc holds at least one element.");
        }
        var copy = new LinkedHashMap<String, Map<String, Cbor>>();
        elements.forEach(
                (namespace, each) -> copy.put(namespace, Collections.unmodifiableMap(new LinkedHashMap<>(each))));
        elements = Collections.unmodifiableMap(copy);
    }
}
