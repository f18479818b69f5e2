package org.kith.server.centre;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kith.server.vault.CountryCode;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// The centres as an operator writes them down in a file.
final class CentreFile {
    private CentreFile() {}

    /// @throws IllegalArgumentException if something in it makes no sense
    static List<Centre> read(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return read(in);
        }
    }

    private static List<Centre> read(InputStream in) {
        Map<String, Object> whole = words().load(in);
        var centres = new ArrayList<Centre>();
        for (var each : list(whole, "centres")) centres.add(named(map(each)));
        return centres;
    }

    private static Centre named(Map<?, ?> said) {
        try {
            return centre(said);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("centres: " + said.get("code") + ": " + e.getMessage(), e);
        }
    }

    /// Every value is taken as it is written: YAML would make a moment of a date and a number of a time.
    private static Yaml words() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        var asWritten = new Resolver() {
            @Override
            protected void addImplicitResolvers() {}
        };
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, asWritten);
    }

    private static Centre centre(Map<?, ?> said) {
        return new Centre(
                new CentreId(UUID.fromString(text(said, "id"))),
                text(said, "code"),
                text(said, "town"),
                new CountryCode(text(said, "country")),
                text(said, "address").strip(),
                text(said, "finding").strip(),
                list(said, "languages").stream()
                        .map(tag -> Locale.forLanguageTag(String.valueOf(tag)))
                        .toList(),
                isYes(said, "step-free"),
                Integer.parseInt(text(said, "counters")),
                !said.containsKey("open") || isYes(said, "open"),
                new Hours(ZoneId.of(text(said, "time-zone")), openings(map(said.get("hours"))), holidays(said)));
    }

    /// `monday: 09:00-12:00, 13:00-17:00`
    private static List<Opening> openings(Map<?, ?> hours) {
        var openings = new ArrayList<Opening>();
        hours.forEach((day, spans) -> {
            for (var span : String.valueOf(spans).split(",", -1)) {
                var ends = span.strip().split("-", 2);
                openings.add(new Opening(
                        DayOfWeek.valueOf(String.valueOf(day).toUpperCase(Locale.ROOT)),
                        LocalTime.parse(ends[0].strip()),
                        LocalTime.parse(ends[1].strip())));
            }
        });
        return openings;
    }

    private static List<Holiday> holidays(Map<?, ?> said) {
        if (!said.containsKey("holidays")) return List.of();

        return map(said.get("holidays")).entrySet().stream()
                .map(entry ->
                        new Holiday(LocalDate.parse(String.valueOf(entry.getKey())), String.valueOf(entry.getValue())))
                .toList();
    }

    private static boolean isYes(Map<?, ?> said, String key) {
        return switch (text(said, key)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(key + " is yes or no");
        };
    }

    private static String text(Map<?, ?> said, String key) {
        if (said.get(key) == null) throw new IllegalArgumentException("no " + key);

        return String.valueOf(said.get(key));
    }

    private static List<?> list(Map<?, ?> said, String key) {
        if (said.get(key) instanceof List<?> list) return list;

        throw new IllegalArgumentException(key + " is a list");
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object said) {
        if (said instanceof Map<?, ?> map) return map;

        throw new IllegalArgumentException("names with values are expected");
    }
}
