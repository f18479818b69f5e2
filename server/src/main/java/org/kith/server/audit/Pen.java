package org.kith.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes what a transaction did as its very last act, so that a chain is held for a moment only, however long the
/// deed took, and two transactions never hold chains the other waits for.
@Component
class Pen {
    private final Links links;

    Pen(Links links) {
        this.links = links;
    }

    /// An entry that has no place yet.
    record Unwritten(Entry entry, @Nullable Hash commitment) {}

    /// Takes an entry to be written when the transaction commits. If it is rolled back, nothing happened.
    void take(Unwritten unwritten) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A deed is written down in the transaction that does it.");
        }
        page().add(unwritten);
    }

    private Page page() {
        for (var known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Page page) return page;
        }
        var page = new Page(links);
        TransactionSynchronizationManager.registerSynchronization(page);
        return page;
    }

    /// The entries of one transaction.
    private static final class Page implements TransactionSynchronization {
        private final Links links;
        private final List<Unwritten> entries = new ArrayList<>();
        private boolean written;

        Page(Links links) {
            this.links = links;
        }

        void add(Unwritten unwritten) {
            if (written) throw new IllegalStateException("The transaction is being committed: too late to write.");

            entries.add(unwritten);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            Set<Integer> chains = new TreeSet<>();
            for (var unwritten : entries) chains.add(Link.chainOf(unwritten.entry()));
            var heads = links.lock(chains);
            for (var unwritten : entries)
                heads.compute(Link.chainOf(unwritten.entry()), (_, head) -> write(head, unwritten));
            heads.values().forEach(links::move);
        }

        private Links.Head write(Links.@Nullable Head head, Unwritten unwritten) {
            if (head == null) throw new IllegalStateException("A chain of the journal is missing.");

            var link = new Link(head.chain(), head.length() + 1, unwritten.entry(), unwritten.commitment());
            var hash = link.hash(head.hash());
            links.add(link, hash);
            return new Links.Head(link.chain(), link.position(), hash);
        }
    }
}
