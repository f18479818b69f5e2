package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.Chromium;
import org.kith.server.Glance;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeCase;
import org.kith.server.SomeCase.Arrived;
import org.kith.server.SomeOfficers;
import org.kith.server.VirtualDevice;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.identity.IdentityChecks;
import org.springframework.beans.factory.annotation.Autowired;

/// The line drops in the middle of a day at a centre, in a real browser with a registrar's own passkey.
class OfflineDayTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    @Autowired
    SomeOfficers some;

    @Autowired
    Applications applications;

    @Autowired
    IdentityChecks checks;

    @BeforeAll
    static void open() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    @Test
    void a_registrar_works_on_while_the_line_is_down_and_the_visit_is_sent_when_it_is_back() {
        var layla = someone();
        var visit = cases.booked(port, layla);
        try (var profile = chromium.profile()) {
            profile.setDefaultTimeout(20_000);
            var page = profile.newPage();
            VirtualDevice.in(page);
            var desk = desk(page);
            desk.takesToday();
            assertThat(heldInTheClear(page)).doesNotContain("MIRAN", layla.documentNumber(), "Layla");

            profile.setOffline(true);
            page.reload();
            page.waitForSelector("html[data-ready]");
            assertThat(page.isVisible("[data-unlock]")).isTrue();
            assertThat(page.content()).doesNotContain("MIRAN", "Marrow");
            page.click("[data-unlock]");
            desk.opens(reference(visit));
            Glance.at(page, "offline", "en", "offline-visit");
            assertThat(page.textContent("[data-visit] h1")).contains("LAYLA NUR MIRAN");
            page.fill("#lines", layla.lines().replace("<<<", "<<"));
            assertThat(page.textContent("[data-fault]")).contains("two lines of 44");
            page.fill("#lines", layla.lines());
            assertThat(page.locator("[data-fields] .kith-differs").count()).isZero();
            page.click("[data-confirm]");
            page.waitForSelector("[data-say] >> text=unaltered");
            desk.finishes();
            assertThat(page.textContent("[data-visits]")).contains("waits to be sent");
            assertThat(heldInTheClear(page)).doesNotContain("MIRAN", layla.documentNumber());
            assertThat(stage(visit)).isEqualTo(Stage.BOOKED);
            Glance.at(page, "offline", "en", "offline-day");

            profile.setOffline(false);
            page.waitForSelector("[data-visits] >> text=/^Sent/");
            assertThat(page.textContent("[data-visits]")).doesNotContain("for a person");
            Glance.at(page, "offline", "en", "offline-sent");
        }
        assertThat(stage(visit)).isEqualTo(Stage.IDENTITY_CONFIRMED);
        var check = checks.lastOf(visit.application()).orElseThrow();
        assertThat(check.passportMatches()).isTrue();
        assertThat(visit.person().get("/checks").text()).contains("Your identity was confirmed");
    }

    @Test
    void a_device_without_its_officer_shows_nothing_and_one_that_gives_no_key_takes_no_day() {
        var visit = cases.booked(port, someone());
        try (var profile = chromium.profile()) {
            profile.setDefaultTimeout(20_000);
            var page = profile.newPage();
            var device = VirtualDevice.in(page);
            var desk = desk(page);
            desk.takesToday();
            page.click("[data-lock]");
            page.waitForSelector("[data-unlock]", OfflineDesk.visible());

            device.heldByAStranger();
            page.click("[data-unlock]");

            page.waitForSelector("[data-say] >> text=Not opened");
            assertThat(page.content())
                    .doesNotContain(
                            "MIRAN",
                            visit.application().filedReference().orElseThrow().printed());
        }
        try (var profile = chromium.profile()) {
            profile.setDefaultTimeout(20_000);
            var page = profile.newPage();
            VirtualDevice.withoutKeys(page);
            desk(page);
            page.navigate(at("/desk/offline"));
            page.waitForSelector("html[data-ready]");
            page.click("[data-take]");
            page.waitForSelector("[data-say] >> text=cannot give a key");
            assertThat(heldInTheClear(page)).isEqualTo("[]");
        }
    }

    @Test
    void after_a_quarter_of_an_hour_it_locks_and_after_a_day_it_is_gone() {
        cases.booked(port, someone());
        try (var profile = chromium.profile()) {
            profile.setDefaultTimeout(20_000);
            var page = profile.newPage();
            page.clock().install();
            VirtualDevice.in(page);
            var desk = desk(page);
            desk.takesToday();

            page.clock().fastForward("14:00");
            assertThat(page.isVisible("[data-visits]")).isTrue();
            page.clock().fastForward("02:00");
            page.waitForSelector("[data-unlock]", OfflineDesk.visible());
            assertThat(page.content()).doesNotContain("MIRAN");

            page.clock().fastForward("24:00:00");
            page.waitForSelector("[data-say] >> text=The day is over");
            assertThat(page.isVisible("[data-take]")).isTrue();
            assertThat(heldInTheClear(page)).isEqualTo("[]");
        }
    }

    /// Chromium's virtual authenticator forgets its secret with its browser; here the test keeps one for it, as a
    /// device
    /// does. All else is the browser's own: what it holds, what it keeps of pages, and being killed.
    @Test
    void a_browser_killed_in_the_middle_of_a_visit_loses_nothing(@TempDir Path folder) throws Exception {
        var layla = someone();
        var visit = cases.booked(port, layla);
        var program = Path.of("/usr/bin/chromium-headless-shell");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(program), "no lean Chromium");
        var options = new LaunchPersistentContextOptions().setExecutablePath(program);
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var first = kept(playwright, folder, options);
            var page = first.pages().getFirst();
            var device = VirtualDevice.in(page);
            var desk = desk(page);
            desk.takesToday();
            var passkey = device.passkey();
            first.setOffline(true);
            desk.opens(reference(visit));
            page.fill("#lines", layla.lines());
            page.check("input[name=face][value=yes]");
            page.setInputFiles("#photo", OfflineDesk.photo());
            page.waitForSelector("[data-taken]", OfflineDesk.visible());
            page.waitForTimeout(300);
            kill(folder);

            var second = kept(playwright, folder, options);
            second.setOffline(true);
            page = second.pages().getFirst();
            VirtualDevice.in(page).put(passkey);
            page.navigate(at("/desk/offline"));
            page.waitForSelector("html[data-ready]");
            page.click("[data-unlock]");
            new OfflineDesk(page, at("")).opens(reference(visit));
            assertThat(page.inputValue("#lines")).isEqualTo(layla.lines());
            assertThat(page.isChecked("input[name=face][value=yes]")).isTrue();
            assertThat(page.isVisible("[data-taken]")).isTrue();
            page.check("input[name=document][value=yes]");
            page.click("[data-confirm]");
            page.waitForSelector("[data-say] >> text=Tick each point");
            new OfflineDesk(page, at("")).ticks();
            page.click("[data-confirm]");
            page.waitForSelector("[data-visits] >> text=waits to be sent");

            second.setOffline(false);
            // The killed browser forgot the session, as browsers do; what was signed waits for a new one.
            page.click("[data-send]");
            page.waitForSelector("[data-say] >> text=Sign in first");
            page.navigate(at("/staff/sign-in?next=/desk/offline"));
            page.click("text=Sign in with your passkey");
            page.waitForURL(at("/desk/offline"));
            page.waitForSelector("html[data-ready]");
            page.click("[data-unlock]");
            page.click("[data-send]");
            page.waitForSelector("[data-visits] >> text=/^Sent/");
            second.close();
        }
        assertThat(stage(visit)).isEqualTo(Stage.IDENTITY_CONFIRMED);
    }

    private static BrowserContext kept(Playwright playwright, Path folder, LaunchPersistentContextOptions options) {
        var context = playwright.chromium().launchPersistentContext(folder, options);
        context.setDefaultTimeout(20_000);
        context.addInitScript("""
                const asked = navigator.credentials.get.bind(navigator.credentials);
                navigator.credentials.get = async (options) => {
                  const prf = options.publicKey?.extensions?.prf;
                  const shown = await asked(options);
                  if (prf) {
                    const salt = new Uint8Array(prf.eval.first);
                    const secret = await crypto.subtle.digest('SHA-256', new Uint8Array([7, ...salt]));
                    shown.getClientExtensionResults = () => ({prf: {results: {first: secret}}});
                  }
                  return shown;
                };""");
        return context;
    }

    private static void kill(Path folder) throws InterruptedException {
        var mine = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
        assertThat(mine).isNotEmpty();
        mine.forEach(ProcessHandle::destroyForcibly);
        for (var process : mine) {
            for (var tries = 0; tries < 100 && process.isAlive(); tries++) Thread.sleep(50);
        }
    }

    private static SomeApplicant someone() {
        return SomeApplicant.layla("offline-day-" + NEXT.incrementAndGet() + "@example.org");
    }

    private OfflineDesk desk(Page page) {
        var desk = new OfflineDesk(page, at(""));
        desk.enrols(some.invitedRegistrar("port-amity"));
        return desk;
    }

    /// All that lies on the device, as a thief would read it: every byte of every record, as text.
    private static String heldInTheClear(Page page) {
        return (String) page.evaluate("""
                async () => {
                  const open = (name) => new Promise((yes) => {
                    const asked = indexedDB.open(name); asked.onsuccess = () => yes(asked.result); });
                  const held = [];
                  for (const {name} of await indexedDB.databases()) {
                    const database = await open(name);
                    for (const store of database.objectStoreNames) {
                      const rows = await new Promise((yes) => {
                        const asked = database.transaction(store).objectStore(store).getAll();
                        asked.onsuccess = () => yes(asked.result); });
                      for (const row of rows) held.push(JSON.stringify(row, (key, value) =>
                        value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value));
                    }
                    database.close();
                  }
                  for (const name of await caches.keys())
                    for (const request of await (await caches.open(name)).keys())
                      if (request.url.endsWith('/desk/offline'))
                        held.push(await (await caches.match(request)).text());
                  return JSON.stringify(held.filter((text) => !text.startsWith('<!DOCTYPE')
                    || /MIRAN|_csrf/.test(text)));
                }""");
    }

    private static String reference(Arrived visit) {
        return visit.application().filedReference().orElseThrow().printed();
    }

    private Stage stage(Arrived visit) {
        return applications.find(visit.application().id()).orElseThrow().stage();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
