package org.kith.server.desk.web;

import java.util.Map;
import org.kith.server.site.QrSquares;

/// What a person may take along of their own: offered, never pressed.
///
/// @param own     whether they come in by themselves
/// @param passkey whether there is a passkey now
/// @param code    leads the person's own telephone to the page where they add one
/// @param address the same, to be typed
public record OwnKeysPage(
        String booking,
        String reference,
        boolean own,
        boolean passkey,
        QrSquares code,
        String address,
        Map<String, String> errors) {
    public int side() {
        return code.size() + 2 * QrSquares.QUIET;
    }

    public int quiet() {
        return QrSquares.QUIET;
    }
}
