package org.kith.server.audit;

/// What came of going through the whole journal: it is as it was written, or the first place where it is not.
public sealed interface JournalVerdict {
    /// Every entry stands where it was written, and every checkpoint is ours and true.
    record Whole(long entries, long checkpoints) implements JournalVerdict {}

    /// Somebody changed the journal.
    sealed interface Broken extends JournalVerdict {}

    /// This entry, or one before it that a later one should bind, is not as it was written.
    record EntryAltered(int chain, long position) implements Broken {}

    /// No entry stands at this position, though later ones follow.
    record EntryRemoved(int chain, long position) implements Broken {}

    /// The chain ends before this position, though it was longer once.
    record TailCut(int chain, long position) implements Broken {}

    /// The chain is consistent in itself, but is not the one that this checkpoint signed: entries up to the position
    /// were written anew.
    record ChainRewritten(int chain, long position, long checkpoint) implements Broken {}

    /// What the database believes the chain's end to be is not its last entry.
    record EndAltered(int chain) implements Broken {}

    /// This checkpoint is not signed by a key of ours, or does not follow the one before.
    record CheckpointForged(long number) implements Broken {}

    /// There is no checkpoint of this number, though there are later ones.
    record CheckpointRemoved(long number) implements Broken {}

    /// A checkpoint that somebody kept bears no signature of ours.
    record HeldCheckpointNotOurs() implements Broken {}
}
