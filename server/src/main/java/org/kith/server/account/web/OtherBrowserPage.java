package org.kith.server.account.web;

/// The link was opened elsewhere than it was asked for.
///
/// @param code in two groups of three, to be read across a room
public record OtherBrowserPage(String code) {
    static OtherBrowserPage of(String code) {
        return new OtherBrowserPage(code.substring(0, 3) + " " + code.substring(3));
    }
}
