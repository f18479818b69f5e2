package org.kith.bench;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.kith.credential.mrz.Mrz;
import org.kith.credential.mrz.MrzDate;
import org.kith.credential.mrz.MrzFormat;
import org.kith.credential.mrz.Sex;

/// An invented person: ICAO's specimen, with names, a birth date and a passport of their own, so that no two are taken
/// for one.
record Specimen(String given, String passport, int year, int month, int day) {
    private static final String FAMILY = "ERIKSSON";
    private static final String LETTERS = "ABDEFGIKLMNOPRSTUVZ";
    private static final String CYRILLIC = "абдефгиклмнопрстувз";

    /// The same for the same address.
    static Specimen of(String email) {
        var random = new SplittableRandom(email.hashCode() * 0x9E3779B97F4A7C15L + email.length());
        var given = new StringBuilder("ANNA ");
        for (var i = 0; i < 6; i++) given.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return new Specimen(
                given.toString(),
                "L%08d".formatted(random.nextInt(100_000_000)),
                1950 + random.nextInt(50),
                1 + random.nextInt(12),
                1 + random.nextInt(28));
    }

    /// The same person's name and birth with somebody's passport.
    Specimen with(String other) {
        return new Specimen(given, other, year, month, day);
    }

    /// The given name as they write it themselves.
    String own() {
        return given.substring("ANNA ".length())
                .chars()
                .mapToObj(letter -> String.valueOf(CYRILLIC.charAt(LETTERS.indexOf(letter))))
                .collect(Collectors.joining("", "Анна ", ""));
    }

    /// The lines at the foot of their passport.
    String lines() {
        var mrz = new Mrz(
                MrzFormat.TD3,
                "P",
                "UTO",
                passport,
                FAMILY,
                given,
                "UTO",
                new MrzDate(year, month, day),
                Sex.FEMALE,
                new MrzDate(2032, 4, 15),
                "",
                "");
        return String.join("\n", mrz.lines());
    }
}
