package org.kith.server.portal.web;

import java.time.LocalDate;
import java.time.Period;

/// Longer to answer or to visit, at the press of one button.
///
/// @param address where the button sends
/// @param until   the last day as it is now
/// @param then    the last day after pressing
/// @param left    how often it can be pressed
public record MoreTimeView(String address, LocalDate until, LocalDate then, int left) {
    static MoreTimeView of(String address, LocalDate until, Period extension, int left) {
        return new MoreTimeView(address, until, until.plus(extension), left);
    }
}
