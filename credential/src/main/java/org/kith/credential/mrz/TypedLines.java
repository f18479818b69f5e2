package org.kith.credential.mrz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.credential.mrz.MrzFault.Kind;

/// Finds the lines of a zone in what somebody typed: spaces, missing line breaks and miscounted fillers are
/// forgiven.
sealed interface TypedLines {
    /// Lines of the format's width, in the zone's alphabet or not.
    record Found(MrzFormat format, List<String> lines) implements TypedLines {}

    record NotFound(MrzFault fault) implements TypedLines {}

    /// What people type is far shorter; anything longer is not worth reading.
    int LONGEST = 2_000;

    /// Fillers between the last data and the check digits of a line: few people count them right.
    Pattern FILLERS_BEFORE_CHECKS = Pattern.compile("(.*[^<])(<+)([^<]{1,2})");

    static TypedLines in(String typed) {
        if (typed.length() > LONGEST) return wrongNumberOfLines();
        var text = LookAlikes.normalise(typed);
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) return notFound(Kind.EMPTY, 0, 0, "Type the lines at the foot of the document.");
        if (lines.size() == 1) return run(lines.getFirst());
        if (lines.size() == 3) return fit(MrzFormat.TD1, lines);
        if (lines.size() != 2) return wrongNumberOfLines();

        var longest = lines.stream()
                .mapToInt(line -> line.replace(" ", "").length())
                .max()
                .orElseThrow();
        var passport = lines.getFirst().startsWith("P") || longest > MrzFormat.TD2.width();
        return fit(passport ? MrzFormat.TD3 : MrzFormat.TD2, lines);
    }

    /// All lines in one: their number follows from the length.
    private static TypedLines run(String text) {
        for (var candidate : readings(text)) {
            for (var format : MrzFormat.values()) {
                if (candidate.length() != format.lines() * format.width()) continue;
                var lines = new ArrayList<String>();
                for (var from = 0; from < candidate.length(); from += format.width()) {
                    lines.add(candidate.substring(from, from + format.width()));
                }
                return new Found(format, lines);
            }
        }
        return wrongNumberOfLines();
    }

    private static TypedLines fit(MrzFormat format, List<String> typed) {
        var fitted = new ArrayList<String>();
        for (var number = 1; number <= typed.size(); number++) {
            var line = fit(format, number, typed.get(number - 1));
            if (line.isEmpty()) return wrongLength(format, number, typed.get(number - 1));
            fitted.add(line.get());
        }
        return new Found(format, fitted);
    }

    private static Optional<String> fit(MrzFormat format, int number, String line) {
        var readings = readings(line);
        var exact =
                readings.stream().filter(it -> it.length() == format.width()).findFirst();
        if (exact.isPresent()) return exact;
        var endsInCheck = format.layout().compositeCheck().line() == number;
        return readings.stream()
                .flatMap(it -> (endsInCheck ? fillersBeforeChecks(format, it) : fillersAtEnd(format, it)).stream())
                .findFirst();
    }

    private static Optional<String> fillersAtEnd(MrzFormat format, String line) {
        var data = line.replaceAll("<+$", "");
        if (data.length() > format.width()) return Optional.empty();
        return Optional.of(data + "<".repeat(format.width() - data.length()));
    }

    private static Optional<String> fillersBeforeChecks(MrzFormat format, String line) {
        Matcher parts = FILLERS_BEFORE_CHECKS.matcher(line);
        if (!parts.matches()) return Optional.empty();
        var fillers = format.width() - parts.group(1).length() - parts.group(3).length();
        // The fillers must lie in the optional data: elsewhere their number says something.
        var optional = format.layout().secondOptionalData().present()
                ? format.layout().secondOptionalData()
                : format.layout().optionalData();
        if (fillers < 1 || parts.group(1).length() < optional.column() - 1) return Optional.empty();
        return Optional.of(parts.group(1) + "<".repeat(fillers) + parts.group(3));
    }

    /// A space is a slip of the hand, or stands for a filler where no other sign does; a guillemet stands for
    /// one
    /// filler or for two.
    private static List<String> readings(String line) {
        var guillemet = String.valueOf(LookAlikes.GUILLEMET);
        var fillersTyped = line.contains("<") || line.contains(guillemet);
        var readings = new ArrayList<String>();
        for (var space : fillersTyped ? List.of("", "<") : List.of("<", "")) {
            for (var fillers : List.of("<", "<<")) {
                readings.add(line.replace(" ", space).replace(guillemet, fillers));
            }
        }
        return readings;
    }

    private static TypedLines wrongLength(MrzFormat format, int number, String line) {
        var length = readings(line).getFirst().length();
        return notFound(
                Kind.WRONG_LINE_LENGTH,
                number,
                Math.min(length, format.width()) + 1,
                "Line %d has %d characters; it should have %d.".formatted(number, length, format.width()));
    }

    private static TypedLines wrongNumberOfLines() {
        return notFound(
                Kind.WRONG_NUMBER_OF_LINES,
                0,
                0,
                "Type all lines: two of 44 characters for a passport, two of 36 or three of 30 for a card.");
    }

    private static TypedLines notFound(Kind kind, int line, int column, String mend) {
        return new NotFound(new MrzFault(kind, line, column, mend));
    }
}
