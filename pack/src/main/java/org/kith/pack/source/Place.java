package org.kith.pack.source;

/// A line of a file in the pack; lines count from 1.
public record Place(String file, int line) {
    public Place below(int lines) {
        return new Place(file, line + lines);
    }
}
