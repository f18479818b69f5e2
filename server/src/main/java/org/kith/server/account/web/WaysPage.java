package org.kith.server.account.web;

import java.util.List;

/// By which doors a person comes in, and where they are in.
public record WaysPage(List<String> addresses, List<DeviceRow> devices) {
    /// A browser in which the person is signed in.
    ///
    /// @param minutes since it was last used
    public record DeviceRow(String name, boolean byPasskey, long minutes, boolean here) {}

    public boolean others() {
        return devices.size() > 1;
    }
}
