package org.kith.server.account.web;

import org.kith.server.account.DoorChange;

/// What a link in a mail would stop.
public record DoorLinkPage(String link, DoorChange.Kind kind) {
    public String key() {
        return WaysPage.key(kind);
    }
}
