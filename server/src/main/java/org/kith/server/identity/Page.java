package org.kith.server.identity;

import java.util.Set;

/// One page as we keep it: a JPEG drawn by us, upright, without anything of the file it came from but its look.
///
/// @param width  in pixels, after turning
/// @param height in pixels, after turning
/// @param hints  what may make it hard to read
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are handed on once
public record Page(int width, int height, byte[] jpeg, Set<PictureHint> hints) {
    public Page {
        hints = Set.copyOf(hints);
    }
}
