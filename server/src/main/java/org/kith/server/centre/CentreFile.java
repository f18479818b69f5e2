package org.kith.server.centre;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.source.Block;
import org.kith.pack.source.Fault;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.source.YamlFile;
import org.kith.server.centre.Around.Discretion;
import org.kith.server.vault.CountryCode;

/// The centres as an operator writes them down in a file. Every fault is told at once, with its line, as for packs.
public final class CentreFile {
    private static final String UUID_FORM = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Faults faults = new Faults();
    private final List<Centre> centres = new ArrayList<>();

    private CentreFile() {}

    /// Reads the whole file, faults or not.
    ///
    /// @param name as faults call it
    public static CentreFile read(String name, byte[] content) {
        var file = new CentreFile();
        YamlFile.read(name, content, file.faults).ifPresent(file::read);
        return file;
    }

    /// In the order of their lines; empty if there are none.
    public List<Fault> faults() {
        return faults.sorted();
    }

    /// In the order of the file; what is faulty is left out.
    List<Centre> centres() {
        return List.copyOf(centres);
    }

    private void read(Block whole) {
        whole.only("centres");
        var ids = new HashSet<String>();
        var codes = new HashSet<String>();
        var listed = whole.blocks("centres");
        if (listed.isEmpty()) faults.add(whole.place("centres"), "there is no centre", "list one under `centres:`");
        for (var each : listed) {
            centre(each).ifPresent(centres::add);
            each.optionalText("id").filter(id -> !ids.add(id)).ifPresent(id -> twice(each, "id", id));
            each.optionalText("code").filter(code -> !codes.add(code)).ifPresent(code -> twice(each, "code", code));
        }
    }

    private Optional<Centre> centre(Block said) {
        var mark = faults.mark();
        said.only(
                "id",
                "code",
                "town",
                "country",
                "address",
                "finding",
                "time-zone",
                "languages",
                "step-free",
                "counters",
                "open",
                "hours",
                "holidays",
                "map",
                "access",
                "without",
                "roster",
                "roster-days");
        var id = said.formed("id", UUID_FORM, "write one that `uuidgen` makes");
        var code = said.id("code");
        var town = said.text("town");
        var country = said.formed("country", "[A-Z]{3}", "write the three letters of ISO 3166, or the pack's own");
        var address = said.text("address");
        var finding = said.text("finding");
        var languages = said.words("languages").stream()
                .flatMap(word -> language(word).stream())
                .toList();
        var stepFree = yes(said, "step-free");
        var counters = said.number("counters", 1, 1_000);
        var open = !said.has("open") || yes(said, "open");
        var zone = zone(said);
        var hours = said.neededBlock("hours").map(this::openings).orElse(List.of());
        var holidays = said.block("holidays").map(this::holidays).orElse(List.of());
        var around = new Around(
                map(said),
                said.optionalText("access").orElse(""),
                Set.copyOf(said.manyOf("without", Discretion.class)));
        var roster = RosterBlocks.read(said);
        if (!faults.cleanSince(mark) || zone.isEmpty()) return Optional.empty();

        return Optional.of(new Centre(
                new CentreId(UUID.fromString(id)),
                code,
                town,
                new CountryCode(country),
                address,
                finding,
                languages,
                stepFree,
                counters,
                open,
                new Hours(zone.get(), hours, holidays),
                around,
                roster,
                List.of()));
    }

    /// A page for browsers, or a place for whatever shows maps (RFC 5870).
    private @Nullable String map(Block said) {
        if (!said.has("map")) return null;

        return said.formed(
                "map",
                "https://[^\\s\"<>]{1,300}|geo:-?[0-9]{1,2}(\\.[0-9]{1,7})?,-?[0-9]{1,3}(\\.[0-9]{1,7})?",
                "write an address that begins with https://, or geo:48.2,16.37");
    }

    private Optional<Locale> language(Word word) {
        var locale = Locale.forLanguageTag(word.text());
        if (LANGUAGES.contains(locale.getLanguage())) return Optional.of(locale);

        faults.add(word.place(), "`" + word.text() + "` is no language", "write its code, such as en, ar or zh");
        return Optional.empty();
    }

    private Optional<ZoneId> zone(Block said) {
        var word = said.word("time-zone");
        if (ZoneId.getAvailableZoneIds().contains(word.text())) return Optional.of(ZoneId.of(word.text()));

        if (said.has("time-zone")) {
            faults.add(word.place(), "`" + word.text() + "` is no time zone", "write one such as Asia/Kathmandu");
        }
        return Optional.empty();
    }

    /// `monday: 09:00-12:00, 13:00-17:00`
    private List<Opening> openings(Block hours) {
        var openings = new ArrayList<Opening>();
        for (var key : hours.keys()) {
            var day = Weekdays.of(key);
            if (day.isEmpty()) {
                faults.add(hours.place(key), "`" + key + "` is no weekday", "write monday to sunday");
                continue;
            }
            for (var span : hours.text(key).split(",", -1)) {
                opening(day.get(), span.strip())
                        .ifPresentOrElse(
                                openings::add,
                                () -> faults.add(
                                        hours.place(key),
                                        "`" + span.strip() + "` is not when a centre opens and closes",
                                        "write 09:00-12:00, and more of them after a comma"));
            }
        }
        return openings;
    }

    private static Optional<Opening> opening(DayOfWeek day, String span) {
        try {
            var ends = span.split("-", 2);
            return Optional.of(new Opening(day, Weekdays.time(ends[0]), Weekdays.time(ends[ends.length - 1])));
        } catch (DateTimeException | IllegalArgumentException notATime) {
            return Optional.empty();
        }
    }

    private List<Holiday> holidays(Block said) {
        var holidays = new ArrayList<Holiday>();
        for (var key : said.keys()) {
            try {
                holidays.add(new Holiday(LocalDate.parse(key), said.text(key)));
            } catch (DateTimeException notADay) {
                faults.add(said.place(key), "`" + key + "` is no day", "write it as 2026-12-02");
            }
        }
        return holidays;
    }

    /// As people write it.
    private static boolean yes(Block said, String key) {
        var word = said.formed(key, "yes|true|no|false", "write yes or no");
        return word.equals("yes") || word.equals("true");
    }

    private void twice(Block said, String key, String value) {
        faults.add(said.place(key), "another centre has the " + key + " `" + value + "`", "give each its own");
    }
}
