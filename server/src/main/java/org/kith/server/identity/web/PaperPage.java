package org.kith.server.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.Uploading;

/// One kind of paper: why it is asked for, what was sent, and sending it.
///
/// @param why      the purpose, in the programme's words
/// @param keptDays how long papers are kept after the decision
/// @param unfinished files that have begun to come and wait for the rest
/// @param heic     whether HEIC photos are taken too
/// @param canAdd   whether another may be sent
/// @param canRemove whether what was sent can be taken back
/// @param error    the key of the sentence that says why the last file was not taken
public record PaperPage(
        String id,
        String title,
        String hint,
        String why,
        long keptDays,
        List<Sent> sent,
        List<Unfinished> unfinished,
        boolean heic,
        boolean canAdd,
        boolean canRemove,
        @Nullable String error) {
    /// A paper as it is kept.
    ///
    /// @param pages numbers of its pages
    /// @param hints keys of sentences about what may be hard to read
    public record Sent(String id, List<Integer> pages, String day, List<String> hints) {}

    /// A file of which a part has come.
    ///
    /// @param print by which a browser knows the file again
    public record Unfinished(String id, int bytes, double received, double all, String print) {
        private static final double MEGABYTE = 1024.0 * 1024;

        Unfinished(Uploading.Waiting waiting) {
            this(
                    waiting.upload().id().toString(),
                    waiting.upload().bytes(),
                    waiting.upload().received() / MEGABYTE,
                    waiting.upload().bytes() / MEGABYTE,
                    waiting.print());
        }
    }
}
