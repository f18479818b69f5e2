package org.kith.pack.visit;

import java.util.List;
import java.util.Map;

/// By what a talk is marked, as everyone may read it before.
///
/// @param pass the sum from which a talk is passed
/// @param apart how far the sums of two examiners may lie apart and still say the same
public record MarkingSheet(List<Criterion> criteria, int pass, int apart) {
    public MarkingSheet {
        criteria = List.copyOf(criteria);
    }

    /// Something that is looked at.
    ///
    /// @param points at most
    public record Criterion(String id, int points) {}

    /// All points together.
    public int most() {
        return criteria.stream().mapToInt(Criterion::points).sum();
    }

    /// Whether every criterion has its points, within what it can have, and nothing else has any.
    public boolean isFilledIn(Map<String, Integer> points) {
        return points.size() == criteria.size()
                && criteria.stream().allMatch(each -> {
                    var given = points.get(each.id());
                    return given != null && given >= 0 && given <= each.points();
                });
    }
}
