package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.credential.check.CheckReason;
import org.kith.server.Chromium;
import org.kith.server.CodeReader;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SevenLanguages;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCard;
import org.kith.server.SomeCase;
import org.kith.server.Visitor;
import org.kith.server.presentation.PublicCheck;
import org.kith.server.status.StatusPublisher;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A holder with a telephone, a desk and no wallet app, in a real browser.
class WebWalletInBrowserTest extends ServerTest {
    private static final Pattern REMOVE = Pattern.compile("href=\"(/card/wallets/[0-9a-f-]{36}/remove)\"");
    private static Chromium chromium;

    @Autowired
    SomeCard cards;

    @Autowired
    SomeCase cases;

    @Autowired
    PublicCheck check;

    @Autowired
    StatusPublisher publisher;

    @Autowired
    AdvancingClock clock;

    private final String email = "browser-" + UUID.randomUUID() + "@example.org";

    @DynamicPropertySource
    static void pack(DynamicPropertyRegistry registry) {
        registry.add("kith.programme", () -> SevenLanguages.pack().toString());
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ar, 390", "he, 1280", "ru, 320", "fr, 320"})
    void a_holder_adds_their_card_and_takes_it_out_again(String language, int width) throws Exception {
        holder();
        try (var browser = browser(language, width)) {
            var page = signedIn(browser);
            page.navigate(at("/card"));
            page.click("a[href='/card/wallets']");
            look(page, language, width, "none");
            page.click("form[action='/card/wallets/trusted'] button");
            look(page, language, width, "trusted");
            page.navigate(at("/card/wallets"));
            page.click("form[action='/card/wallets/any'] button");
            look(page, language, width, "offer");
            var link = page.getAttribute("a[href^='openid-credential-offer:']", "href");
            assertThat(CodeReader.read(ImageIO.read(
                            new ByteArrayInputStream(page.locator("svg.kith-qr").screenshot()))))
                    .as("what a camera reads from the screen")
                    .isEqualTo(link);

            keep(page);
            page.navigate(at("/card/wallets"));
            look(page, language, width, "one");
            page.click("a[href$='/remove']");
            look(page, language, width, "remove");
            page.click("form[action$='/remove'] button");
            page.waitForURL(at("/card/wallets"));
            assertThat(page.locator("a[href$='/remove']").count()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "ar, 390", "ru, 320"})
    void a_card_is_kept_in_the_browser_and_shown_without_a_line(String language, int width) throws Exception {
        var confirmed = cases.confirmed(port, SomeApplicant.layla(email));
        cards.issued(confirmed.id());
        var layla = confirmed.person();
        try (var browser = browser(language, width)) {
            var page = signedIn(browser);
            page.navigate(at("/card/wallet"));
            page.waitForSelector("html[data-ready]");
            look(page, language, width, "web-none");

            keep(page);
            look(page, language, width, "web-card");

            assertThat(page.textContent("[data-cards]")).contains("MIRAN", "ليلى نور");
            assertThat(check.check(shown(page)).reason()).isEqualTo(CheckReason.STANDS);
            assertThat(layla.get("/card/wallets").body()).containsPattern(REMOVE);
            assertThat(privateKeysThatCanBeRead(page)).isEmpty();

            page.waitForSelector("html[data-kept]");
            browser.setOffline(true);
            page.reload();
            page.waitForSelector("html[data-ready]");
            assertThat(page.locator(".kith-nav").count())
                    .as("what is kept knows of no session")
                    .isZero();
            look(page, language, width, "web-offline");
            assertThat(check.check(shown(page)).reason()).isEqualTo(CheckReason.STANDS);
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);

            assertThat(page.evaluate("document.querySelector('[data-portrait]').naturalWidth"))
                    .as("the face")
                    .isEqualTo(240);

            page.click("[data-forget]");
            look(page, language, width, "web-forget");
        }
    }

    @Test
    void nothing_else_of_the_site_is_kept() throws Exception {
        holder();
        try (var browser = browser("en", 390)) {
            var page = signedIn(browser);
            page.navigate(at("/card/wallet"));
            keep(page);
            page.waitForSelector("html[data-kept]");
            page.navigate(at("/card/wallets"));

            var kept = page.evaluate("""
                    async () => {
                      const all = [];
                      for (const name of await caches.keys())
                        for (const each of await (await caches.open(name)).keys()) all.push(new URL(each.url).pathname);
                      return all.filter(path => !path.startsWith("/assets/")).join();
                    }""");

            assertThat(kept).isEqualTo("/card/wallet");
            var keptPage = (String) page.evaluate("async () => (await caches.match('/card/wallet')).text()");
            assertThat(keptPage).doesNotContain("_csrf", "/sign-out", "MIRAN");
        }
    }

    @Test
    void a_copy_is_renewed_by_itself_and_the_holder_need_not_be_signed_in() throws Exception {
        holder();
        try (var browser = browser("en", 390)) {
            var page = signedIn(browser);
            page.navigate(at("/card/wallet"));
            keep(page);
            var before = kept(page);
            browser.clearCookies();
            clock.advanceBy(Duration.ofDays(8));

            page.reload();
            page.waitForSelector("html[data-ready]");

            var after = kept(page);
            assertThat(after.get("credential")).isNotEqualTo(before.get("credential"));
            assertThat(after.get("path")).isNotEqualTo(before.get("path"));
            publisher.publishDue();
            assertThat(check.check(shown(page)).reason()).isEqualTo(CheckReason.STANDS);
        }
    }

    @Test
    void a_code_that_has_run_out_is_not_shown() throws Exception {
        holder();
        try (var browser = browser("en", 390)) {
            var page = signedIn(browser);
            page.navigate(at("/card/wallet"));
            keep(page);
            page.waitForSelector("html[data-kept]");
            browser.setOffline(true);
            // This browser's clock, as there is no other without a line.
            page.evaluate("localStorage.setItem('kith-wallet-ahead', String(25 * 60 * 60 * 1000"
                    + " + Number(localStorage.getItem('kith-wallet-ahead'))))");

            page.reload();
            page.waitForSelector("html[data-ready]");

            assertThat(page.isVisible("[data-code]")).isFalse();
            assertThat(page.isVisible("[data-over]")).isTrue();
            look(page, "en", 390, "web-over");
        }
    }

    @Test
    void a_wallet_removed_elsewhere_or_a_card_reported_lost_is_not_shown_as_valid() throws Exception {
        var layla = holder();
        try (var browser = browser("en", 390)) {
            var page = signedIn(browser);
            page.navigate(at("/card/wallet"));
            keep(page);
            layla.get("/card/lost");
            layla.post("/card/lost", Map.of());

            page.reload();
            page.waitForSelector("html[data-ready]");
            assertThat(page.isVisible("[data-code]")).isFalse();
            assertThat(page.isVisible("[data-inactive]")).isTrue();
            look(page, "en", 390, "web-inactive");

            var list = layla.get("/card/wallets");
            layla.post(list.find(REMOVE.pattern()), Map.of());
            page.reload();
            page.waitForSelector("[data-say] >> text=removed from the list");
            assertThat(page.locator("[data-cards] article").count()).isZero();
        }
    }

    @Test
    void forgetting_and_signing_out_leave_nothing_behind() throws Exception {
        var layla = holder();
        try (var browser = browser("en", 390)) {
            var page = signedIn(browser);
            page.navigate(at("/card/wallet"));
            keep(page);
            page.click("[data-forget]");
            page.click("[data-forget-sure]");
            page.waitForSelector("[data-add]", visible());
            assertThat(leftBehind(page)).isEmpty();
            assertThat(layla.get("/card/wallets").body()).doesNotContainPattern(REMOVE);

            keep(page);
            page.waitForSelector("html[data-kept]");
            page.navigate(at("/messages"));
            page.click("form[action='/sign-out'] button");
            page.waitForURL(at("/"));
            assertThat(leftBehind(page)).isEmpty();
            assertThat(layla.get("/card/wallets").body()).doesNotContainPattern(REMOVE);
        }
    }

    @Test
    void without_a_session_or_without_script_it_says_which_other_ways_there_are() {
        try (var browser = chromium.browser().newContext(new NewContextOptions().setLocale("en"))) {
            var page = browser.newPage();
            page.navigate(at("/card/wallet"));
            page.waitForSelector("html[data-ready]");
            assertThat(page.isVisible("[data-if=stranger]")).isTrue();
            look(page, "en", 1280, "web-stranger");
        }
        try (var browser = chromium.browser()
                .newContext(new NewContextOptions().setLocale("en").setJavaScriptEnabled(false))) {
            var page = browser.newPage();
            page.navigate(at("/card/wallet"));
            assertThat(page.textContent("main")).contains("This page needs JavaScript", "Show or print your card");
        }
    }

    /// Has the browser fetch the card, and waits until it shows.
    private void keep(Page page) {
        if (!page.url().endsWith("/card/wallet")) page.navigate(at("/card/wallet"));
        page.waitForSelector("html[data-ready]");
        page.click("[data-add]");
        page.waitForSelector("[data-cards] [data-code]", visible());
    }

    private static String shown(Page page) throws IOException {
        var picture = page.locator("[data-cards] [data-code] svg").screenshot();
        return CodeReader.read(ImageIO.read(new ByteArrayInputStream(picture)));
    }

    /// Whatever the store holds, and whether a script gets at its private keys.
    @SuppressWarnings("unchecked")
    private static List<String> privateKeysThatCanBeRead(Page page) {
        return (List<String>) page.evaluate("""
                async () => {
                  const database = await new Promise((resolve, reject) => {
                    const asked = indexedDB.open("kith-wallet");
                    asked.onsuccess = () => resolve(asked.result);
                    asked.onerror = () => reject(asked.error);
                  });
                  const cards = await new Promise((resolve) => {
                    const asked = database.transaction("cards").objectStore("cards").getAll();
                    asked.onsuccess = () => resolve(asked.result);
                  });
                  database.close();
                  const read = [];
                  for (const card of cards)
                    for (const pair of [card.key, card.bound]) {
                      if (pair.privateKey.type !== "private") read.push("no key");
                      for (const format of ["jwk", "pkcs8"])
                        await crypto.subtle.exportKey(format, pair.privateKey).then(() => read.push(format), () => {});
                    }
                  if (cards.length !== 1) read.push(cards.length + " cards");
                  return read;
                }""");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> kept(Page page) {
        return (Map<String, String>) page.evaluate("""
                () => new Promise((resolve) => {
                  const asked = indexedDB.open("kith-wallet");
                  asked.onsuccess = () => {
                    const all = asked.result.transaction("cards").objectStore("cards").getAll();
                    all.onsuccess = () => {
                      asked.result.close();
                      resolve({ credential: all.result[0].credential, path: all.result[0].code.path });
                    };
                  };
                })""");
    }

    private static String leftBehind(Page page) {
        return (String) page.evaluate("""
                async () => [
                  ...(await indexedDB.databases()).map(each => each.name),
                  ...await caches.keys(),
                  ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope),
                  ...Object.keys(localStorage)].join()""");
    }

    private Visitor holder() {
        return cards.holder(port, SomeApplicant.layla(email)).visitor();
    }

    private BrowserContext browser(String language, int width) {
        var browser = chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 900)
                        .setDeviceScaleFactor(width < 1000 ? 2 : 1)
                        .setLocale(language));
        browser.setDefaultTimeout(20_000);
        return browser;
    }

    private Page signedIn(BrowserContext browser) {
        var page = browser.newPage();
        page.navigate(at("/demo"));
        page.evaluate("""
                email => {
                  const form = document.querySelector('form[action="/demo/person"]');
                  form.elements.email.value = email;
                  form.submit();
                }""", email);
        page.waitForURL(at("/home"));
        return page;
    }

    private static void look(Page page, String language, int width, String name) {
        Glance.at(page, "wallets", language + "-" + width, name);
    }

    private static WaitForSelectorOptions visible() {
        return new WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
