package org.kith.server.talk;

import java.util.Map;

/// What an examiner writes on their sheet.
///
/// @param points by criterion
/// @param words for the person, who reads them with the points; may be empty
/// @param recordingAgreed whether the person agreed to a recording: their word, and no recording
public record Marks(Map<String, Integer> points, String words, boolean recordingAgreed) {
    static final int MOST_CHARACTERS = 2_000;

    public Marks {
        points = Map.copyOf(points);
    }

    public int total() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return "Marks[…]";
    }
}
