package org.kith.server.identity.intake;

/// What a paper or a photo may ask of us.
public final class Limits {
    /// 25 MB, as the upload page says.
    public static final int FILE_BYTES = 25 * 1024 * 1024;

    /// A HEIC photo grows when it is written as a JPEG.
    static final int CONVERTED_BYTES = 96 * 1024 * 1024;

    public static final int PAGES = 20;

    /// The largest phone cameras, with room to spare. Read from the header, before anything is decoded.
    static final long PIXELS = 120_000_000;

    static final int EDGE_READ = 20_000;

    /// The longest edge of what we keep, 256 dots an inch on A4: small print stays legible.
    static final int EDGE_KEPT = 3000;

    /// Below this nobody can read a paper.
    static final int EDGE_LEAST = 200;

    static final float DOTS_PER_INCH = 200;

    static final float JPEG_QUALITY = 0.85f;

    static final int HEAP_MEGABYTES = 512;

    /// All pages of one file together, as they come back.
    static final int DRAWN_BYTES = 64 * 1024 * 1024;

    private Limits() {}
}
