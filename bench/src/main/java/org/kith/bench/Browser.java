package org.kith.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// One person's browser, without script: keeps cookies, follows redirects, sends the form token of the page it is on,
/// and notes how long each answer took. All share one client, so that two cores are not spent on fifty.
final class Browser {
    private static volatile HttpClient client = builder().build();

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LETTER = Pattern.compile(
            "<form method=\"post\" action=\"([^\"]+)\"><input type=\"hidden\" name=\"_csrf\" value=\"[^\"]+\">\\s*"
                    + "(?:<input type=\"hidden\" name=\"letter\" value=\"([^\"]+)\">)?"
                    + "<input type=\"hidden\" name=\"seal\" value=\"([^\"]+)\">");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|/[0-9]+$");
    private static final String PART = "kith-bench-part";

    private final Map<String, String> cookies;
    private final String origin;
    private final Timings timings;
    private String token = "";

    Browser(String origin, Timings timings) {
        this(origin, timings, new LinkedHashMap<>());
    }

    private Browser(String origin, Timings timings, Map<String, String> cookies) {
        this.origin = origin;
        this.timings = timings;
        this.cookies = cookies;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /// From now on all browsers trust the certificate of one server.
    static void overHttps(SSLContext trusted) {
        client = builder().sslContext(trusted).build();
    }

    /// The same person, whose waiting is not noted.
    Browser unnoted() {
        return new Browser(origin, new Timings(), cookies);
    }

    String get(String path) throws IOException, InterruptedException {
        return text(follow(request(path).GET()));
    }

    String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return text(follow(form(path, fields)));
    }

    /// Posts a form and follows nothing.
    ///
    /// @return the status of the answer, whatever it is
    int tries(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(form(path, fields)).statusCode();
    }

    /// Posts a form and does not go where the answer sends the browser.
    ///
    /// @return that address
    String sentTo(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var answer = send(form(path, fields));
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(path + " answered " + answer.statusCode()));
    }

    /// Posts a form that shows a letter before it goes, and presses the button below that.
    String decide(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var shown = post(path, fields);
        var button = LETTER.matcher(shown);
        if (!button.find()) throw new IllegalStateException(path + " showed no letter");

        var sealed = new LinkedHashMap<>(Map.of("seal", button.group(3)));
        if (button.group(2) != null) sealed.put("letter", button.group(2));
        return post(button.group(1), sealed);
    }

    /// Posts a form that answers with a file.
    byte[] download(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return follow(form(path, fields)).body();
    }

    String upload(String path, Map<String, String> fields, String field, byte[] file, String type)
            throws IOException, InterruptedException {
        var head = new StringBuilder();
        with(fields)
                .forEach(
                        (name, value) -> head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(PART, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"file\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(PART, field, type));
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--" + PART + "--\r\n"));
        return text(follow(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + PART)
                .POST(body)));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var form = with(fields).entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private Map<String, String> with(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return all;
    }

    private HttpResponse<byte[]> follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        var answer = send(first);
        for (var hop = 0; answer.statusCode() / 100 == 3 && hop < 5; hop++) {
            var to =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(request(to.toString().substring(origin.length())).GET());
        }
        if (answer.statusCode() == 200) return answer;

        throw new IllegalStateException(name(answer.request()) + " answered " + answer.statusCode() + "\n"
                + words(new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var begun = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        timings.add(name(request), System.nanoTime() - begun);
        for (var line : answer.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html");
        if (cookies.isEmpty()) return builder;

        return builder.header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private String text(HttpResponse<byte[]> answer) {
        var page = new String(answer.body(), StandardCharsets.UTF_8);
        var found = TOKEN.matcher(page);
        if (found.find()) token = found.group(1);
        return page;
    }

    /// What a page says, without how.
    static String words(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>|<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    /// A page by its address, whoever it is about.
    private static String name(HttpRequest request) {
        return request.method() + " " + ID.matcher(request.uri().getPath()).replaceAll("…");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
