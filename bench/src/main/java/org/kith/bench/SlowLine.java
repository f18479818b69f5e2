package org.kith.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first page over a line of 400 kbit/s whose answers take 400 ms to begin, throttled by Chromium itself, with
/// nothing kept from before: when text stands there, when all is there but the fonts, when the fonts are, and how far
/// what was read moves when they come.
final class SlowLine {
    private static final int BYTES_A_SECOND = 400_000 / 8;
    private static final int LATENCY_MS = 400;

    /// Waits until nothing is under way any more, then says what the browser noted.
    private static final String NOTED = """
            new Promise(done => {
              const noted = type => new Promise(told => {
                new PerformanceObserver(list => told(list.getEntries())).observe({type, buffered: true});
                setTimeout(() => told([]), 300);
              });
              document.fonts.ready.then(() => Promise.all([noted('layout-shift'), noted('largest-contentful-paint')]))
                .then(([shifts, largest]) => {
                  const came = performance.getEntriesByType('resource');
                  const page = performance.getEntriesByType('navigation')[0];
                  const fonts = came.filter(each => each.name.endsWith('.woff2'));
                  const others = came.filter(each => !each.name.endsWith('.woff2'));
                  done(JSON.stringify({
                    text: performance.getEntriesByName('first-contentful-paint')[0].startTime,
                    largest: Math.max(0, ...largest.map(each => each.startTime)),
                    usable: Math.max(page.domContentLoadedEventEnd, ...others.map(each => each.responseEnd)),
                    fonts: Math.max(0, ...fonts.map(each => each.responseEnd)),
                    moved: shifts.reduce((sum, each) => sum + each.value, 0),
                    bytes: [page, ...others].reduce((sum, each) => sum + each.transferSize, 0),
                    fontBytes: fonts.reduce((sum, each) => sum + each.transferSize, 0)}));
                });
            })""";

    private final Path jar;
    private final Path home;
    private final int rounds;

    SlowLine(Path jar, Path home, int rounds) {
        this.jar = jar;
        this.home = home;
        this.rounds = rounds;
    }

    void run() throws Exception {
        System.out.println("| the first page at 400 kbit/s and 400 ms, nothing kept | first text | all but the fonts "
                + "| letters in their fonts | moved by them (CLS) | bytes | bytes of fonts |");
        System.out.println("|---|---|---|---|---|---|---|");
        try (var server = Server.start(jar, home, Map.of());
                var chromium = Chromium.start(home)) {
            for (var language : List.of("en", "ar", "ru")) {
                table(chromium, server.origin() + "/?lang=" + language, language, List.of());
            }
            table(chromium, server.origin() + "/?lang=en", "en, fonts never come", List.of("*.woff2"));
        }
    }

    private void table(Chromium chromium, String address, String name, List<String> blocked) throws Exception {
        var seen = new ArrayList<JsonNode>();
        for (var round = 0; round < rounds; round++) seen.add(open(chromium, address, blocked));
        System.out.printf(
                "| %s | %.1f s | %.1f s | %s | %.3f | %,.0f | %,.0f |%n",
                name,
                median(seen, each -> each.get("text").asDouble() / 1000),
                median(seen, each -> each.get("usable").asDouble() / 1000),
                blocked.isEmpty()
                        ? "%.1f s"
                                .formatted(
                                        median(seen, each -> each.get("fonts").asDouble() / 1000))
                        : "never",
                median(seen, each -> each.get("moved").asDouble()),
                median(seen, each -> each.get("bytes").asDouble()),
                median(seen, each -> each.get("fontBytes").asDouble()));
    }

    private static JsonNode open(Chromium chromium, String address, List<String> blocked) throws Exception {
        try (var tab = chromium.tab()) {
            tab.tell("Network.enable", Map.of());
            tab.tell("Network.setBlockedURLs", Map.of("urls", blocked));
            tab.tell(
                    "Network.emulateNetworkConditions",
                    Map.of(
                            "offline", false,
                            "latency", LATENCY_MS,
                            "downloadThroughput", BYTES_A_SECOND,
                            "uploadThroughput", BYTES_A_SECOND));
            tab.tell(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 390, "height", 800, "deviceScaleFactor", 2, "mobile", true));
            tab.open(address);
            return new JsonMapper().readTree(tab.said(NOTED));
        }
    }

    private static double median(List<JsonNode> seen, ToDoubleFunction<JsonNode> figure) {
        var sorted = seen.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
