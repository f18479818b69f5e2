package org.kith.server.card.face;

import org.kith.server.site.QrSquares;

/// Draws on a card of 856 by 540 units: tenths of a millimetre of an ID-1 card (ISO/IEC 7810). The origin is the upper
/// left corner.
interface Pen {
    double WIDTH = 856;
    double HEIGHT = 540;
    double CORNER = 36;

    /// Paints the whole card, from its upper left to its lower right corner.
    void ground(Colour from, Colour middle, Colour to);

    void strand(Strand strand);

    void words(Words words);

    /// A code on its own light ground, quiet zone included.
    void code(QrSquares code, double x, double y, double side);

    /// The card's edge.
    void edge(Colour colour);
}
