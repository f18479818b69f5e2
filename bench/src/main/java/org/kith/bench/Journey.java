package org.kith.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One person who signs in, answers every page and sends an application: about thirty requests, as a browser without
/// script makes them.
final class Journey {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String origin;
    private String token = "";

    Journey(String origin) {
        this.origin = origin;
    }

    /// Walks the whole way; fails where a page is not what it should be.
    void walk(String email) throws IOException, InterruptedException {
        get("/demo");
        post("/demo/person", Map.of("email", email));
        get("/home");
        post("/apply/start", Map.of());
        for (var page : pages().entrySet()) {
            get("/apply/questions/" + page.getKey());
            post("/apply/questions/" + page.getKey(), page.getValue());
        }
        get("/apply/review");
        var sent = post("/apply/submit", Map.of("declared", "yes"));
        if (!sent.contains("id=\"reference\"")) throw new IllegalStateException("the application was not sent");
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(origin + path)).GET().build());
    }

    private String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        var form = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) token = found.group(1);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Answers to Utopia's pages. The passport's lines are ICAO's specimen.
    private static Map<String, Map<String, String>> pages() {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put(
                "name",
                Map.of(
                        "name.given",
                        "Анна",
                        "name.family",
                        "Эрикссон",
                        "name.passport_given",
                        "ANNA MARIA",
                        "name.passport_family",
                        "ERIKSSON"));
        pages.put(
                "birth",
                Map.of(
                        "birth_date.day",
                        "12",
                        "birth_date.month",
                        "8",
                        "birth_date.year",
                        "1974",
                        "birth_place",
                        "Amaurot",
                        "birth_country",
                        "UTO"));
        pages.put("residence", Map.of("residence", "XER"));
        pages.put(
                "passport",
                Map.of(
                        "passport.number",
                        "L898902C3",
                        "passport.issuer",
                        "UTO",
                        "passport.nationality",
                        "UTO",
                        "passport.surname",
                        "ERIKSSON",
                        "passport.given",
                        "ANNA MARIA",
                        "passport.expires.day",
                        "15",
                        "passport.expires.month",
                        "4",
                        "passport.expires.year",
                        "2032"));
        pages.put("forebear", Map.of("forebear", "mother"));
        pages.put(
                "forebear-birth",
                Map.of("forebear_name", "Elza", "forebear_birth.year", "1941", "forebear_place", "Amaurot"));
        pages.put("line-papers", Map.of("line_papers", "all"));
        pages.put("language", Map.of("speaks_utopian", "at-home"));
        pages.put("language-proof", Map.of("language_proof", "school"));
        pages.put("citizen", Map.of("was_citizen", "no"));
        return pages;
    }
}
