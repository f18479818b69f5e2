package org.kith.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What checkpoints say the chains were: by chain and length, the hash of the entry there.
final class Ends {
    private final List<NavigableMap<Long, Signed>> chains = new ArrayList<>();

    Ends() {
        for (var chain = 0; chain < Link.CHAINS; chain++) chains.add(new TreeMap<>());
    }

    record Signed(Hash hash, long checkpoint) {}

    /// Whether it agrees with what is known already.
    boolean add(Checkpoint checkpoint) {
        for (var end : checkpoint.ends()) {
            var known = chains.get(end.chain()).putIfAbsent(end.length(), new Signed(end.hash(), checkpoint.number()));
            if (known != null && !known.hash().equals(end.hash())) return false;
        }
        return true;
    }

    Optional<Signed> at(int chain, long length) {
        return Optional.ofNullable(chains.get(chain).get(length));
    }

    /// The longest that any checkpoint says the chain was.
    long longest(int chain) {
        var lengths = chains.get(chain);
        return lengths.isEmpty() ? 0 : lengths.lastKey();
    }
}
