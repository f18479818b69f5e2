package org.kith.server;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A device that makes and shows passkeys in a real browser, without anyone to touch it.
public final class VirtualDevice {
    private final CDPSession devices;
    private final String id;

    private VirtualDevice(CDPSession devices, String id) {
        this.devices = devices;
        this.id = id;
    }

    /// A device that knows its user, in that page's browser.
    public static VirtualDevice in(Page page) {
        var devices = page.context().newCDPSession(page);
        var quiet = new JsonObject();
        quiet.addProperty("enableUI", false);
        devices.send("WebAuthn.enable", quiet);
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var request = new JsonObject();
        request.add("options", options);
        var id = devices.send("WebAuthn.addVirtualAuthenticator", request)
                .get("authenticatorId")
                .getAsString();
        return new VirtualDevice(devices, id);
    }

    /// From now on it does not recognise whoever holds it.
    public void heldByAStranger() {
        var stranger = new JsonObject();
        stranger.addProperty("authenticatorId", id);
        stranger.addProperty("isUserVerified", false);
        devices.send("WebAuthn.setUserVerified", stranger);
    }
}
