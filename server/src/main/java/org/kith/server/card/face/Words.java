package org.kith.server.card.face;

/// One line of text and where it stands.
///
/// @param x        where the line starts; where it ends, if `fromEnd`
/// @param baseline of the line
/// @param size     of the font, in the unit of x
record Words(String text, double x, double baseline, Style style, double size, Colour colour, boolean fromEnd) {
    static Words at(double x, double baseline, String text, Style style, double size, Colour colour) {
        return new Words(text, x, baseline, style, size, colour, false);
    }

    static Words endingAt(double x, double baseline, String text, Style style, double size, Colour colour) {
        return new Words(text, x, baseline, style, size, colour, true);
    }
}
