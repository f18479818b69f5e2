package org.kith.server.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an officer found at the counter, as far as they have said it.
///
/// @param lines       the passport's machine readable lines, as typed there
/// @param document    whether it looks and feels unaltered
/// @param face        whether the person is the one in its photo
/// @param secondWay   what stands in where the face cannot be compared; none where it can
/// @param differences what is to become of fields that differ; none where none do
/// @param points      what they said of the programme's points, one by one
public record Findings(
        String lines,
        @Nullable Judgement document,
        @Nullable Judgement face,
        @Nullable SecondWay secondWay,
        @Nullable Differences differences,
        List<CheckedPoint> points) {
    public Findings {
        points = List.copyOf(points);
    }

    /// Whether something that should speak for the person does not, so that another way has to.
    boolean wantsSecondWay() {
        return face == Judgement.CANNOT_TELL || points.stream().anyMatch(CheckedPoint::wantsSecondWay);
    }

    /// What is to become of fields that differ.
    public enum Differences {
        /// The person was asked, and the passport is right.
        PASSPORT_IS_RIGHT,
        /// A caseworker is to look at it.
        FOR_CASEWORKER
    }
}
