package org.kith.credential.mrz;

import java.util.regex.Pattern;

/// The name as the zone writes it: primary identifier, two fillers, secondary identifier (ICAO 9303-3 §4.6).
///
/// @param surname the primary identifier, its parts set apart by one space; the whole name of a person who
/// has one
/// name
/// @param givenNames the secondary identifier, or empty
record NameField(String surname, String givenNames) {
    private static final Pattern PARTS = Pattern.compile("[A-Z]+( [A-Z]+)*");

    NameField {
        if (!PARTS.matcher(surname).matches()) throw new IllegalArgumentException("a surname of letters A to Z");
        if (!givenNames.isEmpty() && !PARTS.matcher(givenNames).matches())
            throw new IllegalArgumentException("given names of letters A to Z");
    }

    /// Reads the field.
    ///
    /// Some documents leave the primary identifier empty and begin with fillers. A name of one part stands
    /// first
    /// (ICAO 9303-4 §4.2.2.1), and so it is read.
    ///
    /// @throws IllegalArgumentException if it holds no letters, or something else
    static NameField read(String field) {
        var name = field.replaceAll("^<+|<+$", "");
        var gap = name.indexOf("<<");
        if (gap < 0) return new NameField(spaced(name), "");
        return new NameField(
                spaced(name.substring(0, gap)), spaced(name.substring(gap + 2).replaceAll("^<+", "")));
    }

    /// Writes the field, exactly `width` characters, truncated if it must be (ICAO 9303-4, -5 and -6 §4.2.3): a
    /// truncated
    /// name ends with a letter in the last place, and keeps at least one letter of the given names.
    String write(int width) {
        var primary = surname.replace(' ', '<');
        var secondary = givenNames.replace(' ', '<');
        var whole = secondary.isEmpty() ? primary : primary + "<<" + secondary;
        if (whole.length() <= width) return whole + "<".repeat(width - whole.length());
        if (secondary.isEmpty()) return cut(primary, width);

        var kept = primary.length() + 3 <= width ? primary : cut(primary, width - 3);
        var room = width - kept.length() - 2;
        // Initials only, and a filler in the last place: the surname gives way by one letter instead.
        if (endsInFiller(secondary, room) && !shortenable(secondary, room) && kept.length() > 1) {
            kept = cut(primary, kept.length() - 1);
            room++;
        }
        return kept + "<<" + cut(secondary, room);
    }

    /// The first `width` characters. If they end in a filler, a part before it gives up a letter, so that the
    /// next
    /// moves in.
    private static String cut(String text, int width) {
        if (!endsInFiller(text, width) || !shortenable(text, width)) return text.substring(0, width);
        var at = width - 2;
        while (text.charAt(at) == '<' || text.charAt(at - 1) == '<') {
            at--;
        }
        return (text.substring(0, at) + text.substring(at + 1)).substring(0, width);
    }

    private static boolean endsInFiller(String text, int width) {
        return text.charAt(width - 1) == '<';
    }

    private static boolean shortenable(String text, int width) {
        return text.substring(0, width).matches(".*[A-Z]{2}.*");
    }

    private static String spaced(String part) {
        return part.replaceAll("<+", " ");
    }
}
