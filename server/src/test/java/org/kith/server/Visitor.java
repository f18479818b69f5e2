package org.kith.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Someone with a browser that has no script: keeps cookies, follows redirects, finds the form token of the page it is
/// on and posts forms with it.
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern LETTER = Pattern.compile(
            "<form method=\"post\" action=\"([^\"]+)\"><input type=\"hidden\" name=\"_csrf\" value=\"[^\"]+\">\\s*"
                    + "(?:<input type=\"hidden\" name=\"letter\" value=\"([^\"]+)\">)?"
                    + "<input type=\"hidden\" name=\"seal\" value=\"([^\"]+)\">");

    private static final Map<Integer, SSLContext> SECURE = new ConcurrentHashMap<>();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final String origin;
    private String language = "en";
    private String token = "";

    private Visitor(int port) {
        var secure = SECURE.get(port);
        var builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .cookieHandler(cookies);
        client = secure == null ? builder.build() : builder.sslContext(secure).build();
        origin = (secure == null ? "http" : "https") + "://localhost:" + port;
    }

    /// From now on whoever visits that port does so over https.
    static void overHttps(int port, SSLContext trusting) {
        SECURE.put(port, trusting);
    }

    /// What the server answered, after redirects.
    ///
    /// @param path the page's path and query, in the end
    public record Answer(int status, String path, String body, Map<String, List<String>> headers) {
        /// The visible text, roughly: tags left out, entities of everyday text put back.
        public String text() {
            return body.replaceAll("(?s)<(script|style|svg)\\b.*?</\\1>", "")
                    .replaceAll("<[^>]+>", " ")
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&quot;", "\"")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        /// The first group of `pattern` in the page's source.
        public String find(String pattern) {
            var found = Pattern.compile(pattern).matcher(body);
            if (!found.find()) throw new AssertionError("not on the page " + path + ": " + pattern + "\n" + text());
            return found.group(1);
        }

        /// The same where it is seen last. Of free times, the first may be too near to be given up again.
        public String findLast(String pattern) {
            return Pattern.compile(pattern)
                    .matcher(body)
                    .results()
                    .reduce((_, next) -> next)
                    .orElseThrow(() -> new AssertionError("not on the page " + path + ": " + pattern))
                    .group(1);
        }
    }

    /// A file as a form sends it.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Upload(String name, String type, byte[] bytes) {}

    public static Visitor at(int port) {
        return new Visitor(port);
    }

    /// Signed in as a person with that address, through the demonstration's one click.
    public static Visitor asPerson(int port, String email) {
        var visitor = at(port);
        visitor.get("/demo");
        visitor.mustArrive(visitor.post("/demo/person", Map.of("email", email)));
        return visitor;
    }

    /// Signed in as the demonstration's first officer of a role: `registrar`, `caseworker`, `supervisor`, `manager` or
    /// `auditor`.
    public static Visitor asOfficer(int port, String role) {
        return asOfficer(port, role, 1);
    }

    /// The demonstration's first or second officer of a role; there are two caseworkers and managers, and three
    /// registrars: the first and the third at one centre, the second at another.
    public static Visitor asOfficer(int port, String role, int which) {
        var visitor = at(port);
        visitor.alsoAsOfficer(role, which);
        return visitor;
    }

    /// Signs an officer in beside whoever is signed in already.
    public void alsoAsOfficer(String role, int which) {
        var slug = switch (role + " " + which) {
            case "registrar 1" -> "marrow";
            case "registrar 2" -> "fenn";
            case "registrar 3" -> "pell";
            case "caseworker 1" -> "castell";
            case "caseworker 2" -> "varga";
            case "supervisor 1" -> "oriel";
            case "manager 1" -> "brandt";
            case "manager 2" -> "linde";
            case "auditor 1" -> "sorel";
            case "appeals 1" -> "hallam";
            case "appeals 2" -> "corvin";
            case "appeals 3" -> "destry";
            default -> throw new IllegalArgumentException("nobody plays " + role + " " + which);
        };
        get("/demo");
        mustArrive(post("/demo/officers/" + slug, Map.of()));
    }

    public Visitor reading(String language) {
        this.language = language;
        return this;
    }

    /// Opens a page, following redirects, and remembers its form token.
    public Answer get(String path) {
        return follow(request(path).GET().build());
    }

    /// Asks for a page's headers only, as mail scanners do.
    public Answer head(String path) {
        return follow(request(path).method("HEAD", BodyPublishers.noBody()).build());
    }

    /// Posts a form with the token of the page opened last.
    public Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        return postBare(path, all);
    }

    /// Signs a check that is ready at the counter, as an officer of the demonstration.
    public Answer signs(String visit) {
        get(visit + "/sign");
        return post(visit + "/sign", Map.of("standIn", "true"));
    }

    /// Posts a form that decides, as an officer: it brings the letter as it will go, and its button sends it. Where the
    /// form brings another page, that is the answer.
    public Answer decide(String path, Map<String, String> fields) {
        return sendLetter(post(path, fields));
    }

    /// Presses the button below a letter that is shown before it goes.
    public Answer sendLetter(Answer shown) {
        var button = LETTER.matcher(shown.body());
        if (!button.find()) return shown;

        var fields = new LinkedHashMap<String, String>();
        if (button.group(2) != null) fields.put("letter", button.group(2));
        fields.put("seal", button.group(3));
        return post(button.group(1), fields);
    }

    /// Posts a form that answers with a file.
    public byte[] download(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        try {
            var answer = client.send(form(path, all), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) throw new AssertionError("no file but " + answer.statusCode());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Posts exactly these fields.
    public Answer postBare(String path, Map<String, String> fields) {
        return follow(form(path, fields));
    }

    /// Posts JSON as a script does, with the token of the page opened last.
    public Answer json(String path, String json) {
        return follow(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /// Posts a form byte for byte as it is given, percent signs and all, with the token of the page opened last.
    public Answer postEncoded(String path, String form) {
        return follow(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(token)))
                .build());
    }

    /// Sends fields by any method, with the token of the page opened last, and goes nowhere from there.
    ///
    /// @return with the path that the answer leads to, if it leads anywhere
    public Answer send(String method, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        var asked = method.equals("GET")
                ? request(path + "?" + encoded(fields)).GET()
                : request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", token)
                        .method(method, BodyPublishers.ofString(encoded(all)));
        try {
            var answer = client.send(asked.build(), BodyHandlers.ofString());
            var to = answer.headers().firstValue("Location").orElse(path);
            return new Answer(
                    answer.statusCode(), to, answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// Posts a form with a file, and the token of the page opened last.
    public Answer upload(String path, Map<String, String> fields, String fileField, Upload file) {
        var boundary = UUID.randomUUID().toString();
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        var parts = new ArrayList<byte[]>();
        all.forEach((name, value) -> parts.add(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\""
                        + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(file.bytes());
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        BodyPublisher body = BodyPublishers.ofByteArrays(parts);
        return follow(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build());
    }

    /// The token of the page opened last.
    public String token() {
        return token;
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /// The value of a cookie, empty where the browser has none of that name.
    public String cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// Puts a cookie into the browser, as someone who planted or stole it would.
    public void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private Answer follow(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            for (var hop = 0; answer.statusCode() / 100 == 3 && hop < 10; hop++) {
                var to = answer.headers().firstValue("Location").orElseThrow();
                var next = answer.uri().resolve(to);
                if (!next.toString().startsWith(origin)) throw new AssertionError("sent away to " + next);
                answer = client.send(
                        HttpRequest.newBuilder(next)
                                .header("Accept", "text/html")
                                .header("Accept-Language", language)
                                .build(),
                        BodyHandlers.ofString());
            }
            var found = TOKEN.matcher(answer.body());
            if (found.find()) token = found.group(1);
            var path = answer.uri().getRawPath()
                    + (answer.uri().getRawQuery() == null
                            ? ""
                            : "?" + answer.uri().getRawQuery());
            return new Answer(
                    answer.statusCode(), path, answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Signing in leads to a page that may not be built yet; only a refusal is a fault here.
    private void mustArrive(Answer answer) {
        if (answer.status() == 403 || answer.status() >= 500)
            throw new AssertionError("could not sign in: " + answer.status() + " " + answer.text());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
