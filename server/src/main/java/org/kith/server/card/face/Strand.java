package org.kith.server.card.face;

import java.util.List;

/// One line of the card's ornament, and all the places it is laid.
///
/// @param points  x and y of each corner, in tenths of a millimetre
/// @param closed  whether the last corner joins the first
/// @param placed  where copies of it lie
/// @param width   of the line, in tenths of a millimetre
/// @param opacity 0 to 1
record Strand(List<Point> points, boolean closed, List<Placed> placed, double width, double opacity) {
    record Point(double x, double y) {}

    /// A copy, moved and turned.
    ///
    /// @param degrees clockwise, before it is moved
    record Placed(double x, double y, double degrees, double scale, Colour colour) {}
}
