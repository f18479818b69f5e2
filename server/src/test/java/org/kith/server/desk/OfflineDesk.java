package org.kith.server.desk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.kith.server.identity.SomeFile;

/// What a registrar does at a desk whose line drops, with a passkey of their own.
public final class OfflineDesk {
    private final Page page;
    private final String server;

    public OfflineDesk(Page page, String server) {
        this.page = page;
        this.server = server;
    }

    /// Makes a passkey on this device and signs in with it.
    ///
    /// @param link that invited the officer
    public void enrols(String link) {
        page.navigate(link);
        page.click("text=Make the passkey");
        page.waitForSelector("text=Your passkey is made");
        page.navigate(server + "/staff/sign-in");
        page.click("text=Sign in with your passkey");
        page.waitForURL(server + "/staff");
    }

    public void takesToday() {
        page.navigate(server + "/desk/offline");
        page.waitForSelector("html[data-ready][data-kept]");
        page.click("[data-take]");
        page.waitForSelector("[data-visits] tr");
    }

    public void opens(String reference) {
        page.click("[data-visits] tr:has-text('" + reference + "') button");
        page.waitForSelector("#lines", visible());
    }

    /// Says that person and passport agree, takes the photo and signs.
    public void finishes() {
        page.check("input[name=face][value=yes]");
        page.check("input[name=document][value=yes]");
        ticks();
        page.setInputFiles("#photo", photo());
        page.waitForSelector("[data-taken]", visible());
        page.click("[data-confirm]");
        page.waitForSelector("[data-visits] tr");
        page.waitForSelector("[data-visits] >> text=waits to be sent");
    }

    /// All that the programme has looked at, but for the chip.
    void ticks() {
        for (var point : new String[] {"passport-held", "lines-compared", "photo", "papers-seen"}) {
            page.check("[name='checked." + point + "']");
        }
        page.selectOption("[name='because.chip-read']", "no_device");
    }

    public static FilePayload photo() {
        return new FilePayload("face.jpg", "image/jpeg", SomeFile.photo(600, 800));
    }

    public static WaitForSelectorOptions visible() {
        return new WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE);
    }
}
