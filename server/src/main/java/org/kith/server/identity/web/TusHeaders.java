package org.kith.server.identity.web;

import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands in the headers of tus 1.0.0. Whoever sends them is a stranger.
final class TusHeaders {
    static final String VERSION = "1.0.0";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int MOST = 2000;
    private static final int DIGEST = 32;

    private TusHeaders() {}

    /// `Upload-Length` and `Upload-Offset`: a whole number, not below zero.
    static OptionalLong number(@Nullable String header) {
        if (header == null || !NUMBER.matcher(header).matches()) return OptionalLong.empty();

        return OptionalLong.of(Long.parseLong(header));
    }

    /// `Upload-Metadata` (tus 1.0.0, Creation): pairs of a key and its value in Base64, parted by commas. Of these we
    /// read `sha256`, the digest of the file, and forget the rest, such as what the file is called.
    ///
    /// @return nothing if the header is not made like that; an empty digest if it has none
    static Optional<byte[]> digest(@Nullable String header) {
        if (header == null || header.isEmpty()) return Optional.of(new byte[0]);
        if (header.length() > MOST) return Optional.empty();

        var digest = new byte[0];
        var keys = new HashSet<String>();
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty() || !keys.add(parts[0])) return Optional.empty();
            var value = decoded(parts.length == 2 ? parts[1] : "");
            if (value.isEmpty()) return Optional.empty();
            if (parts[0].equals("sha256")) digest = value.get();
        }
        return digest.length == 0 || digest.length == DIGEST ? Optional.of(digest) : Optional.empty();
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
