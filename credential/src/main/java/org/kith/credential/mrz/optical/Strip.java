package org.kith.credential.mrz.optical;

/// Where a line of writing lies.
record Strip(int left, int top, int right, int bottom) {
    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    /// Whether this line can stand right above the other in one zone.
    boolean isAbove(Strip other) {
        var wider = Math.max(width(), other.width());
        var taller = Math.max(height(), other.height());
        var apart = (other.top + other.bottom - top - bottom) / 2.0;
        return Math.abs(left - other.left) < 0.06 * wider
                && Math.abs(right - other.right) < 0.06 * wider
                && Math.min(height(), other.height()) > 0.5 * taller
                && apart > 1.1 * taller
                && apart < 4 * taller;
    }
}
