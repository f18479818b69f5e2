package org.kith.server.account.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.CodeResult;
import org.kith.server.account.DoorChange;
import org.kith.server.account.OwnAddress;
import org.kith.server.account.PersonPasskey;

/// By which doors a person comes in, what is about to change of them, and where the person is in.
///
/// @param recoveryCode when the recovery code that is there was given; none where none is
/// @param code    what came of the code typed last; none where none was
/// @param limited whether a mail link opened this page to somebody who has a passkey
public record WaysPage(
        List<OwnAddress> addresses,
        List<PersonPasskey> passkeys,
        List<DeviceRow> devices,
        List<ChangeRow> changes,
        @Nullable Instant recoveryCode,
        @Nullable CodeResult code,
        boolean limited) {
    /// A browser in which the person is signed in.
    ///
    /// @param minutes since it was last used
    public record DeviceRow(String name, boolean byPasskey, long minutes, boolean here) {}

    /// Something that can still be stopped.
    ///
    /// @param key  of the text that says what changes
    /// @param due  the day it becomes final
    /// @param time of that day, in UTC
    /// @param agreed whether an address of the person's has agreed, where that is needed
    /// @param code   whether the code from the new address is still to be typed
    /// @param asked  whether it begins to wait only once all have agreed
    public record ChangeRow(
            UUID id, String key, Instant due, String time, boolean asked, boolean agreed, boolean code) {}

    /// The text that says what changes.
    static String key(DoorChange change) {
        if (change.isByCode()) return "doors.change.by-code";
        return "doors.change." + change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean others() {
        return devices.size() > 1;
    }
}
