package org.kith.server.account.web;

import org.kith.server.account.DoorChange;

/// What a link in a mail would stop, or agree to.
///
/// @param key   of the text that says what it is
/// @param agree whether it can also be agreed to
public record DoorLinkPage(String link, String key, boolean agree) {
    static DoorLinkPage of(String link, DoorChange change, boolean agree) {
        return new DoorLinkPage(link, WaysPage.key(change), agree);
    }
}
