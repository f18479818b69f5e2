package org.kith.server.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Lists of what waits, as an officer looks through them.
final class Lists {
    private Lists() {}

    /// The line of something, however many wait before it.
    static Locator line(Page page, String reference) {
        var line = page.locator("tr:has-text('" + reference + "')");
        var next = page.locator("a[rel=next]");
        while (line.count() == 0 && next.count() > 0) next.last().click();
        return line;
    }
}
