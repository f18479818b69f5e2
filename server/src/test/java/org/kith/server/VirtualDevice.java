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

    /// A device that knows its user, in that page's browser. Its passkeys give keys too (prf).
    public static VirtualDevice in(Page page) {
        return of(page, true);
    }

    /// One whose passkeys sign, and give no keys.
    public static VirtualDevice withoutKeys(Page page) {
        return of(page, false);
    }

    private static VirtualDevice of(Page page, boolean keys) {
        var devices = page.context().newCDPSession(page);
        var quiet = new JsonObject();
        quiet.addProperty("enableUI", false);
        devices.send("WebAuthn.enable", quiet);
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        options.addProperty("hasPrf", keys);
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

    /// The passkey it holds, to put it into another.
    public JsonObject passkey() {
        var request = new JsonObject();
        request.addProperty("authenticatorId", id);
        return devices.send("WebAuthn.getCredentials", request)
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    public void put(JsonObject passkey) {
        var request = new JsonObject();
        request.addProperty("authenticatorId", id);
        request.add("credential", passkey);
        devices.send("WebAuthn.addCredential", request);
    }
}
