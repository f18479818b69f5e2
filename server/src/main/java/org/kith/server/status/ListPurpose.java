package org.kith.server.status;

/// What the positions of a list are on. Each purpose has lists of its own, so that whoever sees one kind of copy learns
/// nothing of the other, and its numbers of lists have a hundred million to themselves.
public enum ListPurpose {
    /// Codes that are shown: the card's page and prints of it.
    SHOWN("status_position", 0),
    /// Copies in wallets.
    WALLET("status_position_wallet", 100_000_000);

    private final String sequence;
    private final int before;

    ListPurpose(String sequence, int before) {
        this.sequence = sequence;
        this.before = before;
    }

    String sequence() {
        return sequence;
    }

    /// The list that the position with this number is in; a purpose's first is numbered 1 beyond those before it.
    int list(long number) {
        return before + Math.toIntExact(number / StatusPositions.LIST_SIZE) + 1;
    }
}
