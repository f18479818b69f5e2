package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.Chromium;
import org.kith.server.ServerTest;

/// On a line of 400 kbit/s the first page has to be there in a second or so, as counted in bytes.
class FirstPageTest extends ServerTest {
    /// HTML, stylesheets and scripts, compressed as they travel. It was about 38,000 when this was written.
    private static final int MOST_BYTES = 60_000;

    private static final Pattern WAITED_FOR =
            Pattern.compile("(?:<link rel=\"stylesheet\" href|<script[^>]* src)=\"([^\"]+)\"");
    private static final Pattern FONT = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ru"})
    void the_first_page_is_light_in(String language) throws Exception {
        var page = fetch("/?lang=" + language);
        var bytes = page.body().length;
        for (var address : waitedFor(page)) bytes += fetch(address).body().length;

        assertThat(bytes).as("HTML, CSS and script in bytes").isLessThan(MOST_BYTES);
    }

    @Test
    void what_a_page_waits_for_is_kept_for_good() throws Exception {
        for (var address : waitedFor(fetch("/"))) {
            assertThat(fetch(address).headers().firstValue("Cache-Control"))
                    .as(address)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("max-age=31536000", "immutable"));
        }
    }

    @Test
    void letters_show_before_their_fonts_come() throws Exception {
        var page = fetch("/");

        assertThat(text(page)).doesNotContain("rel=\"preload\"");
        for (var address : waitedFor(page)) {
            var fonts = FONT.matcher(text(fetch(address))).results().toList();
            assertThat(fonts)
                    .allSatisfy(font -> assertThat(font.group()).containsPattern("font-display:(swap|optional)"));
        }
    }

    /// How long it takes over a slow line, `bin/bench line` measures.
    @Test
    void fonts_are_asked_for_last_and_the_page_stands_without_them() {
        try (var chromium = Chromium.orSkip();
                var telephone = chromium.browser().newContext(new NewContextOptions().setViewportSize(320, 640))) {
            var page = telephone.newPage();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.route("**/*.woff2", Route::abort);

            page.navigate("http://localhost:" + port + "/");
            page.waitForCondition(() -> asked.stream().anyMatch(url -> url.endsWith(".woff2")));

            var fonts = asked.stream().dropWhile(url -> !url.endsWith(".woff2")).toList();
            assertThat(fonts).as("fonts, and what is asked for after the first").isNotEmpty();
            assertThat(fonts).allSatisfy(url -> assertThat(url).endsWith(".woff2"));
            assertThat(page.isVisible(".kith-hero .govuk-button")).isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        }
    }

    private static List<String> waitedFor(HttpResponse<byte[]> page) throws IOException {
        var found = WAITED_FOR
                .matcher(text(page))
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = BROWSER.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
