package org.kith.server.account.web;

import org.kith.server.account.DoorChange;

/// What a link in a mail would stop, or agree to.
///
/// @param agree whether it can also be agreed to
public record DoorLinkPage(String link, DoorChange.Kind kind, boolean agree) {
    public String key() {
        return WaysPage.key(kind);
    }
}
