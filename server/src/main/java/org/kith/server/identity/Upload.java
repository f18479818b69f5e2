package org.kith.server.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;

/// A file on its way to us, as far as it has come.
///
/// @param evidence the paper's id in the programme's catalogue
/// @param bytes    of the whole file, as its sender said
/// @param received how many of them lie on our disk, from the first on
/// @param outcome  [#TAKEN] or the key of the sentence that says why not; none while it is on its way
public record Upload(
        UploadId id,
        ApplicationId application,
        String evidence,
        int bytes,
        int received,
        @Nullable String outcome,
        Instant expiresAt) {
    public static final String TAKEN = "taken";

    public boolean isWhole() {
        return received == bytes;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
