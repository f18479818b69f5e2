package org.kith.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.kith.server.VirtualDevice;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.centre.Centres;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.SomeFile;
import org.kith.server.staff.Invitation;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.kith.server.staff.Staff;
import org.kith.server.staff.StaffResult;
import org.kith.server.staff.UnitId;
import org.springframework.beans.factory.annotation.Autowired;

/// The line drops in the middle of a day at a centre, in a real browser with a registrar's own passkey.
class OfflineDayTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static Chromium chromium;

    @Autowired
    SomeCase cases;

    @Autowired
    Staff staff;

    @Autowired
    Officers officers;

    @Autowired
    Centres centres;

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
            enrol(page);
            takeToday(page);
            assertThat(heldInTheClear(page)).doesNotContain("MIRAN", layla.documentNumber(), "Layla");

            profile.setOffline(true);
            page.reload();
            page.waitForSelector("html[data-ready]");
            assertThat(page.isVisible("[data-unlock]")).isTrue();
            assertThat(page.content()).doesNotContain("MIRAN", "Marrow");
            page.click("[data-unlock]");
            openVisit(page, visit);
            Glance.at(page, "offline", "en", "offline-visit");
            assertThat(page.textContent("[data-visit] h1")).contains("LAYLA NUR MIRAN");
            page.fill("#lines", layla.lines().replace("<<<", "<<"));
            assertThat(page.textContent("[data-fault]")).contains("two lines of 44");
            page.fill("#lines", layla.lines());
            assertThat(page.locator("[data-fields] .kith-differs").count()).isZero();
            page.click("[data-confirm]");
            assertThat(page.textContent("[data-say]")).contains("unaltered");
            finish(page);
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
            enrol(page);
            takeToday(page);
            page.click("[data-lock]");
            page.waitForSelector("[data-unlock]", visible());

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
            enrol(page);
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
            enrol(page);
            takeToday(page);

            page.clock().fastForward("14:00");
            assertThat(page.isVisible("[data-visits]")).isTrue();
            page.clock().fastForward("02:00");
            page.waitForSelector("[data-unlock]", visible());
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
            enrol(page);
            takeToday(page);
            var passkey = device.passkey();
            first.setOffline(true);
            openVisit(page, visit);
            page.fill("#lines", layla.lines());
            page.check("input[name=face][value=yes]");
            page.setInputFiles("#photo", photo());
            page.waitForSelector("[data-taken]", visible());
            page.waitForTimeout(300);
            kill(folder);

            var second = kept(playwright, folder, options);
            second.setOffline(true);
            page = second.pages().getFirst();
            VirtualDevice.in(page).put(passkey);
            page.navigate(at("/desk/offline"));
            page.waitForSelector("html[data-ready]");
            page.click("[data-unlock]");
            openVisit(page, visit);
            assertThat(page.inputValue("#lines")).isEqualTo(layla.lines());
            assertThat(page.isChecked("input[name=face][value=yes]")).isTrue();
            assertThat(page.isVisible("[data-taken]")).isTrue();
            page.check("input[name=document][value=yes]");
            page.click("[data-confirm]");
            page.waitForSelector("[data-say] >> text=Tick each point");
            tick(page);
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

    /// A registrar of Port Amity makes a passkey on this device and signs in with it.
    private void enrol(Page page) {
        var unit = new UnitId(centres.byCode("port-amity").orElseThrow().id().value());
        var invitation = new Invitation("R. " + UUID.randomUUID(), Set.of(Role.REGISTRAR), unit);
        var linked = (StaffResult.Linked) staff.invite(invitation, manager());
        page.navigate(linked.link().address());
        page.click("text=Make the passkey");
        page.waitForSelector("text=Your passkey is made");
        page.navigate(at("/staff/sign-in"));
        page.click("text=Sign in with your passkey");
        page.waitForURL(at("/staff"));
    }

    private Officer manager() {
        return officers.all().stream()
                .filter(entry -> entry.name().equals("D. Brandt"))
                .findFirst()
                .flatMap(entry -> officers.active(entry.id()))
                .orElseThrow();
    }

    private void takeToday(Page page) {
        page.navigate(at("/desk/offline"));
        page.waitForSelector("html[data-ready][data-kept]");
        page.click("[data-take]");
        page.waitForSelector("[data-visits] tr");
    }

    private static void openVisit(Page page, Arrived visit) {
        var reference = visit.application().filedReference().orElseThrow().printed();
        page.click("[data-visits] tr:has-text('" + reference + "') button");
        page.waitForSelector("#lines", visible());
    }

    private static void tick(Page page) {
        for (var point : new String[] {"passport-held", "lines-compared", "photo", "papers-seen"}) {
            page.check("[name='checked." + point + "']");
        }
        page.selectOption("[name='because.chip-read']", "no_device");
    }

    private static void finish(Page page) {
        page.check("input[name=face][value=yes]");
        page.check("input[name=document][value=yes]");
        tick(page);
        page.setInputFiles("#photo", photo());
        page.waitForSelector("[data-taken]", visible());
        page.click("[data-confirm]");
        page.waitForSelector("[data-visits] tr");
        page.waitForSelector("[data-visits] >> text=waits to be sent");
    }

    private static FilePayload photo() {
        return new FilePayload("face.jpg", "image/jpeg", SomeFile.photo(600, 800));
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

    private Stage stage(Arrived visit) {
        return applications.find(visit.application().id()).orElseThrow().stage();
    }

    private static Page.WaitForSelectorOptions visible() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
