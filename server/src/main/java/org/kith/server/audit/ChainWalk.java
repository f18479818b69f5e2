package org.kith.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.JournalVerdict.Broken;
import org.kith.server.audit.JournalVerdict.ChainRewritten;
import org.kith.server.audit.JournalVerdict.EndAltered;
import org.kith.server.audit.JournalVerdict.EntryAltered;
import org.kith.server.audit.JournalVerdict.EntryRemoved;
import org.kith.server.audit.JournalVerdict.TailCut;

/// One chain walked from its first entry to its last.
final class ChainWalk {
    private final int chain;
    private final Ends signed;
    private long length;
    private Hash hash = Hash.ZERO;
    private @Nullable Broken found;

    ChainWalk(int chain, Ends signed) {
        this.chain = chain;
        this.signed = signed;
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
        return signed.at(chain, length)
                .filter(end -> !end.hash().equals(hash))
                .map(end -> new ChainRewritten(chain, length, end.checkpoint()))
                .orElse(null);
    }

    boolean isBroken() {
        return found != null;
    }

    /// What is wrong, once the last entry was seen.
    Optional<Broken> end(Links.Head head) {
        if (found != null) return Optional.of(found);
        if (length < signed.longest(chain) || length < head.length())
            return Optional.of(new TailCut(chain, length + 1));
        if (length > head.length() || !head.hash().equals(hash)) return Optional.of(new EndAltered(chain));
        return Optional.empty();
    }
}
