package org.kith.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real browser, where one is installed. Where not, the test is skipped with a message; `KITH_REQUIRE=chromium` makes
/// that a failure.
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program, List<String> arguments) {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(arguments));
    }

    /// Starts it, with switches of its own if a test needs any. Without, the same engine without its windows does, in
    /// half the time.
    public static Chromium orSkip(String... arguments) {
        var whole = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        var lean = Stream.of("/usr/bin/chromium-headless-shell").filter(_ -> arguments.length == 0);
        var program = Stream.concat(lean, whole)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            var required = System.getenv().getOrDefault("KITH_REQUIRE", "").contains("chromium");
            if (required) throw new AssertionError("KITH_REQUIRE names chromium, and there is none");
            Assumptions.abort("no Chromium is installed, so nothing was tried in a browser");
        }
        return new Chromium(program.orElseThrow(), List.of(arguments));
    }

    /// A browser profile of its own: its own cookies, its own passkeys.
    public BrowserContext profile() {
        return browser.newContext();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
