package org.kith.server.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Stylesheets, fonts and scripts, each under an address that names its content, so that browsers keep it for good.
@Component
public class Assets {
    private static final String GOVUK =
            "META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.css";

    private final Map<String, Asset> byAddress = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    Assets(Brand brand) {
        fontFilesFirst();
        var kith = new String(read("assets/kith.css"), StandardCharsets.UTF_8);
        add(
                "kith.css",
                (withoutFonts(new String(read(GOVUK), StandardCharsets.UTF_8)) + "\n" + withFontAddresses(kith)
                                + brand.colours())
                        .getBytes(StandardCharsets.UTF_8));
        for (var script : files("assets/*.js")) add(script.name(), script.bytes());
        for (var picture : files("assets/*.svg")) add(picture.name(), picture.bytes());
    }

    /// Where a page finds the asset `name`, such as `kith.css`.
    public String address(String name) {
        var address = addresses.get(name);
        if (address == null) throw new IllegalArgumentException("No asset " + name);

        return address;
    }

    /// The asset at an address that [#address] gave, if it is still one of ours.
    public Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /// GOV.UK's typeface is licensed to its own services alone; its rules and its name leave the copy we serve.
    static String withoutFonts(String css) {
        return Pattern.compile("@font-face\\{[^}]*\\}")
                .matcher(css)
                .replaceAll("")
                .replaceAll("\"?GDS Transport\"?,", "");
    }

    private void fontFilesFirst() {
        for (var font : files("assets/fonts/*.woff2")) add("fonts/" + font.name(), font.bytes());
    }

    private String withFontAddresses(String css) {
        return Pattern.compile("url\\(\"\\.\\./(fonts/[^\"]+)\"\\)")
                .matcher(css)
                .replaceAll(found -> "url(\"" + address(found.group(1)) + "\")");
    }

    private void add(String name, byte[] bytes) {
        var dot = name.lastIndexOf('.');
        var address =
                "/assets/" + name.substring(0, dot).replace('/', '-') + "-" + shortDigest(bytes) + name.substring(dot);
        addresses.put(name, address);
        byAddress.put(address, new Asset(bytes, type(name.substring(dot))));
    }

    private static MediaType type(String ending) {
        return switch (ending) {
            case ".css" -> MediaType.parseMediaType("text/css;charset=utf-8");
            case ".js" -> MediaType.parseMediaType("text/javascript;charset=utf-8");
            case ".svg" -> MediaType.parseMediaType("image/svg+xml");
            case ".woff2" -> MediaType.parseMediaType("font/woff2");
            default -> throw new IllegalArgumentException("No media type for " + ending);
        };
    }

    private static byte[] read(String path) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("Missing from the jar: " + path);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.List<Found> files(String pattern) {
        try {
            var found = new java.util.ArrayList<Found>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                found.add(new Found(
                        java.util.Objects.requireNonNull(resource.getFilename()), resource.getContentAsByteArray()));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortDigest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A file as it is served.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Asset(byte[] bytes, MediaType type) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared; a carrier inside this class
    private record Found(String name, byte[] bytes) {}
}
