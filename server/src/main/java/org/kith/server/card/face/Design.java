package org.kith.server.card.face;

/// How a programme's cards look.
///
/// @param seed of the line work, one for all cards of a programme
/// @param hueA the programme's first colour, dark enough to print
/// @param hueB its second
public record Design(long seed, Colour hueA, Colour hueB) {
    /// The colours of Kith's own pages, for a programme that has chosen none.
    public static Design plain(long seed) {
        return new Design(seed, new Colour(0x0b5563), new Colour(0x86375b));
    }
}
