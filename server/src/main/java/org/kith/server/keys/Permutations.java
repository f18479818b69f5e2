package org.kith.server.keys;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/// Permutations under the key of positions.
@Component
public class Permutations {
    private final Keys keys;

    Permutations(Keys keys) {
        this.keys = keys;
    }

    /// Another for each `list`, always the same for one.
    public Permutation of(int list, int size) {
        var label = ("list " + list + " of " + size).getBytes(StandardCharsets.US_ASCII);
        return new Permutation(keys.secret(SecretName.POSITIONS), label, size);
    }
}
