package org.kith.credential.sdjwt;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Paths to disclosable claims as a tree, to be walked beside the claims.
final class FoldTree {
    private final Map<Object, FoldTree> below = new HashMap<>();
    private boolean disclosable;

    static FoldTree of(Collection<ClaimPath> paths) {
        var root = new FoldTree();
        for (var path : paths) {
            if (path.steps().getFirst() instanceof String name && Unfolding.NEVER_HIDDEN.contains(name))
                throw new IllegalArgumentException("a claim that must not be withheld: " + name);
            var at = root;
            for (var step : path.steps()) {
                at = at.below.computeIfAbsent(step, _ -> new FoldTree());
            }
            at.disclosable = true;
        }
        return root;
    }

    boolean disclosable() {
        return disclosable;
    }

    boolean isLeaf() {
        return below.isEmpty();
    }

    Map<Object, FoldTree> below() {
        return below;
    }

    @Nullable
    FoldTree element(int index) {
        var own = below.get(index);
        return own != null ? own : below.get(ClaimPath.EACH);
    }

    /// One more than the highest element a path names.
    int reaches() {
        return below.keySet().stream()
                .mapToInt(step -> step instanceof Integer index ? index + 1 : 0)
                .max()
                .orElse(0);
    }
}
