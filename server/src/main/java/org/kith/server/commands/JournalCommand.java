package org.kith.server.commands;

import org.kith.server.audit.JournalVerdict;
import org.kith.server.audit.JournalVerdict.ChainRewritten;
import org.kith.server.audit.JournalVerdict.CheckpointForged;
import org.kith.server.audit.JournalVerdict.CheckpointRemoved;
import org.kith.server.audit.JournalVerdict.EndAltered;
import org.kith.server.audit.JournalVerdict.EntryAltered;
import org.kith.server.audit.JournalVerdict.EntryRemoved;
import org.kith.server.audit.JournalVerdict.HeldCheckpointNotOurs;
import org.kith.server.audit.JournalVerdict.TailCut;
import org.kith.server.audit.JournalVerdict.Whole;
import org.kith.server.audit.JournalVerification;
import picocli.CommandLine.Command;

@Command(name = "journal", description = "Looks after the journal of deeds and looks.")
final class JournalCommand {
    private final ServerParts parts;

    JournalCommand(ServerParts parts) {
        this.parts = parts;
    }

    @Command(
            name = "verify",
            description =
                    "Goes through the whole journal and proves that no entry was changed, or says where one was. Exit code 1 if so.")
    int verify() {
        return parts.with(context -> {
            var verdict = context.getBean(JournalVerification.class).verify(JournalCommand::progress);
            System.out.println(sentence(verdict));
            return verdict instanceof Whole ? 0 : 1;
        });
    }

    private static void progress(long entries) {
        System.err.printf("%,d entries%n", entries);
    }

    static String sentence(JournalVerdict verdict) {
        return switch (verdict) {
            case Whole(var entries, var checkpoints) ->
                "The journal is whole. Entries: %,d. Signed checkpoints: %,d.".formatted(entries, checkpoints);
            case EntryAltered(var chain, var position) ->
                "ALTERED: the entry at chain %d, position %d, or one before it, is not as it was written."
                        .formatted(chain, position);
            case EntryRemoved(var chain, var position) ->
                "REMOVED: no entry stands at chain %d, position %d, though later ones follow."
                        .formatted(chain, position);
            case TailCut(var chain, var position) ->
                "CUT: chain %d ends before position %d, though it was longer once.".formatted(chain, position);
            case ChainRewritten(var chain, var position, var checkpoint) ->
                "REWRITTEN: the entries of chain %d up to position %d are not those that checkpoint %d signed."
                        .formatted(chain, position, checkpoint);
            case EndAltered(var chain) ->
                "ALTERED: what the database holds for the end of chain %d is not its last entry.".formatted(chain);
            case CheckpointForged(var number) ->
                "FORGED: checkpoint %d is not signed by a key of ours, or does not follow the one before."
                        .formatted(number);
            case CheckpointRemoved(var number) ->
                "REMOVED: there is no checkpoint %d, though there are later ones.".formatted(number);
            case HeldCheckpointNotOurs() -> "NOT OURS: a checkpoint that was handed in bears no signature of ours.";
        };
    }
}
