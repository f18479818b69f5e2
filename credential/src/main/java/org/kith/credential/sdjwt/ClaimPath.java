package org.kith.credential.sdjwt;

import java.util.List;

/// The way to a claim from the top: names of members, and numbers of array elements counted from 0, as
/// OpenID4VP 1.0 §7
/// writes them.
///
/// @param steps at least one; each a `String`, an `Integer` of 0 or more, or [#EACH]
public record ClaimPath(List<Object> steps) {
    /// Stands for every element of an array.
    public static final Object EACH = Each.ELEMENT;

    private enum Each {
        ELEMENT
    }

    public ClaimPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new IllegalArgumentException("a path has a step");
        for (var step : steps) {
            var fits = step instanceof String || step.equals(EACH) || (step instanceof Integer index && index >= 0);
            if (!fits) throw new IllegalArgumentException("a step is a name, a number, or each");
        }
    }

    public static ClaimPath of(Object... steps) {
        return new ClaimPath(List.of(steps));
    }

    /// Whether `other` is this claim or lies within it.
    boolean leadsTo(ClaimPath other) {
        if (steps.size() > other.steps.size()) return false;
        for (var i = 0; i < steps.size(); i++) {
            if (!alike(steps.get(i), other.steps.get(i))) return false;
        }
        return true;
    }

    private static boolean alike(Object step, Object other) {
        if (step.equals(EACH)) return other.equals(EACH) || other instanceof Integer;
        if (other.equals(EACH)) return step instanceof Integer;
        return step.equals(other);
    }
}
