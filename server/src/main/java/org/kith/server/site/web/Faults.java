package org.kith.server.site.web;

import java.util.StringJoiner;

/// What the log may hold of a fault: types and places. Messages of exceptions can carry what people typed, so they stay
/// out.
final class Faults {
    private Faults() {}

    static String placesOf(Throwable fault) {
        var lines = new StringJoiner("\n    ");
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            lines.add(cause.getClass().getName());
            for (var frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.kith")) lines.add("at " + frame);
            }
            if (cause.getStackTrace().length > 0) lines.add("from " + cause.getStackTrace()[0]);
        }
        return lines.toString();
    }
}
