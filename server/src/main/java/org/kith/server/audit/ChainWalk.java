package org.kith.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.JournalVerdict.Broken;
import org.kith.server.audit.JournalVerdict.ChainRewritten;
import org.kith.server.audit.JournalVerdict.CheckpointForged;
import org.kith.server.audit.JournalVerdict.EndAltered;
import org.kith.server.audit.JournalVerdict.EntryAltered;
import org.kith.server.audit.JournalVerdict.EntryRemoved;
import org.kith.server.audit.JournalVerdict.TailCut;

/// One chain walked from its first entry to its last, past what checkpoints say of it.
final class ChainWalk {
    private final int chain;
    private final NavigableMap<Long, Signed> ahead = new TreeMap<>();
    private long length;
    private Hash hash = Hash.ZERO;
    private @Nullable Broken found;

    /// What a checkpoint says the chain was.
    private record Signed(Hash hash, long checkpoint) {}

    ChainWalk(int chain) {
        this.chain = chain;
    }

    int chain() {
        return chain;
    }

    /// How many entries were seen.
    long length() {
        return length;
    }

    /// Up to where checkpoints are waiting to be met.
    long signedLength() {
        return ahead.isEmpty() ? length : ahead.lastKey();
    }

    /// Takes what a checkpoint says, to be compared when the walk is there. Chains only grow, and so do their
    /// checkpoints.
    void expect(Links.Head end, long checkpoint) {
        if (found != null) return;

        var known = end.length() == length ? new Signed(hash, 0) : ahead.get(end.length());
        if (known == null && end.length() > length) ahead.put(end.length(), new Signed(end.hash(), checkpoint));
        else if (known == null) found = new CheckpointForged(checkpoint);
        else if (!known.hash().equals(end.hash())) found = new ChainRewritten(chain, length, checkpoint);
    }

    /// Steps on to the next entry, as it lies in the database: nothing of it is believed, not even that its deed is
    /// one.
    void step(ResultSet row) throws SQLException {
        if (found == null) found = look(row);
    }

    private @Nullable Broken look(ResultSet row) throws SQLException {
        var position = row.getLong("position");
        if (position != length + 1) return new EntryRemoved(chain, length + 1);

        var computed = StoredEntry.hash(row, hash);
        if (computed.isEmpty() || !computed.get().equals(Hash.read(row.getBytes("hash")))) {
            return new EntryAltered(chain, position);
        }

        length = position;
        hash = computed.get();
        var signed = ahead.remove(length);
        if (signed == null || signed.hash().equals(hash)) return null;
        return new ChainRewritten(chain, length, signed.checkpoint());
    }

    /// What is wrong so far.
    Optional<Broken> found() {
        return Optional.ofNullable(found);
    }

    /// What is wrong, once the last entry was seen.
    Optional<Broken> end(List<Links.Head> heads) {
        if (found != null) return Optional.of(found);

        return heads.stream()
                .filter(head -> head.chain() == chain)
                .findFirst()
                .map(this::end)
                .orElseGet(() -> Optional.of(new EndAltered(chain)));
    }

    private Optional<Broken> end(Links.Head head) {
        if (!ahead.isEmpty() || length < head.length()) return Optional.of(new TailCut(chain, length + 1));
        if (length > head.length() || !head.hash().equals(hash)) return Optional.of(new EndAltered(chain));
        return Optional.empty();
    }
}
