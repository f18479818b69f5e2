package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/// What kind of browser asks: enough for its owner to know it again, and no more than that is kept.
final class BrowserName {
    /// In this order: most browsers also claim to be those that come later.
    private static final List<String> BROWSERS =
            List.of("SamsungBrowser", "Edg", "OPR", "YaBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari");
    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux");

    private BrowserName() {}

    static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("User-Agent"))
                .map(BrowserName::of)
                .orElse("");
    }

    static String of(String agent) {
        var browser = first(BROWSERS, agent).map(BrowserName::known);
        var system = first(SYSTEMS, agent).map(BrowserName::known);
        return browser.map(name -> system.map(on -> name + ", " + on).orElse(name))
                .or(() -> system)
                .orElse("");
    }

    private static Optional<String> first(List<String> words, String agent) {
        return words.stream().filter(agent::contains).findFirst();
    }

    private static String known(String word) {
        return switch (word) {
            case "SamsungBrowser" -> "Samsung Internet";
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "YaBrowser" -> "Yandex";
            case "FxiOS" -> "Firefox";
            case "CriOS" -> "Chrome";
            case "Macintosh" -> "Mac";
            case "CrOS" -> "ChromeOS";
            default -> word;
        };
    }
}
