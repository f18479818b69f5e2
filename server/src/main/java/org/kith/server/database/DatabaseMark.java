package org.kith.server.database;

/// What a database is for.
///
/// @param state   the ICAO code of the state whose programme it holds
/// @param baseUrl where its cards point to for their status
public record DatabaseMark(Kind kind, String state, String baseUrl) {
    public enum Kind {
        DEMONSTRATION,
        PRODUCTION
    }
}
