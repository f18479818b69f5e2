package org.kith.server.centre;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kith.pack.source.Block;
import org.kith.server.centre.Roster.Shift;

/// Reads who is at work when: `monday: 09:00-12:00 3, 13:00-17:00 2`, and `2026-12-24: none`.
final class RosterBlocks {
    private static final Pattern SHIFT =
            Pattern.compile("([0-9]{2}:[0-9]{2})\\s*-\\s*([0-9]{2}:[0-9]{2})\\s+([0-9]{1,3})");

    private RosterBlocks() {}

    static Roster read(Block centre) {
        var weekly = centre.block("roster")
                .map(block -> shifts(block, Weekdays::of, "no weekday", "write monday to sunday"))
                .orElse(Map.of());
        var days = centre.block("roster-days")
                .map(block -> shifts(block, RosterBlocks::day, "no day", "write it as 2026-12-02"))
                .orElse(Map.of());
        return new Roster(weekly, days);
    }

    private static <D extends Comparable<? super D>> Map<D, List<Shift>> shifts(
            Block block, Function<String, Optional<D>> reading, String what, String mend) {
        var read = new LinkedHashMap<D, List<Shift>>();
        for (var key : block.keys()) {
            var day = reading.apply(key);
            if (day.isEmpty()) block.faults().add(block.place(key), "`" + key + "` is " + what, mend);
            else read.put(day.get(), shifts(block, key));
        }
        return read;
    }

    private static List<Shift> shifts(Block block, String key) {
        var text = block.text(key);
        if (text.equals("none")) return List.of();

        var shifts = new ArrayList<Shift>();
        for (var part : text.split(",", -1)) {
            shift(part.strip())
                    .ifPresentOrElse(
                            shifts::add,
                            () -> block.faults()
                                    .add(
                                            block.place(key),
                                            "`" + part.strip() + "` does not say how many officers are there when",
                                            "write 09:00-12:00 3, more of them after a comma, or none"));
        }
        return shifts;
    }

    private static Optional<Shift> shift(String part) {
        var found = SHIFT.matcher(part);
        if (!found.matches()) return Optional.empty();
        try {
            return Optional.of(new Shift(
                    Weekdays.time(found.group(1)), Weekdays.time(found.group(2)), Integer.parseInt(found.group(3))));
        } catch (DateTimeException | IllegalArgumentException notAShift) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(String key) {
        try {
            return Optional.of(LocalDate.parse(key));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
