package org.kith.credential.mrz;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/// Zones of people who do not exist.
final class SomeMrz {
    private SomeMrz() {}

    static Mrz passport(MrzDate birth) {
        return new Mrz(
                MrzFormat.TD3,
                "P",
                "UTO",
                "L898902C3",
                "ERIKSSON",
                "ANNA MARIA",
                "UTO",
                birth,
                Sex.FEMALE,
                new MrzDate(2031, 4, 15),
                "",
                "");
    }

    static Mrz card(MrzFormat format, String number, String optionalData) {
        return new Mrz(
                format,
                "I",
                "UTO",
                number,
                "ERIKSSON",
                "ANNA MARIA",
                "UTO",
                new MrzDate(1974, 8, 12),
                Sex.FEMALE,
                new MrzDate(2031, 4, 15),
                optionalData,
                "");
    }

    /// Any zone at all whose name fits its field.
    static Mrz any(RandomGenerator random, LocalDate today) {
        var format = List.of(MrzFormat.values()).get(random.nextInt(3));
        var number = text(random, 1, random.nextBoolean() ? 9 : format.longestDocumentNumber());
        var room = format.layout().optionalData().length() - (number.length() > 9 ? number.length() - 7 : 0);
        return new Mrz(
                format,
                format.layout()
                                .firstLetters()
                                .charAt(random.nextInt(
                                        format.layout().firstLetters().length()))
                        + (random.nextBoolean() ? "" : letters(random, 1)),
                random.nextInt(8) == 0 ? "D" : letters(random, 3),
                number,
                letters(random, 1 + random.nextInt(9)) + (random.nextBoolean() ? "" : " " + letters(random, 4)),
                random.nextInt(4) == 0
                        ? ""
                        : letters(random, 1 + random.nextInt(7))
                                + (random.nextBoolean() ? "" : " " + letters(random, 3)),
                letters(random, 3),
                birth(random, today),
                List.of(Sex.values()).get(random.nextInt(3)),
                random.nextInt(20) == 0 ? MrzDate.UNKNOWN : MrzDate.of(today.plusDays(random.nextInt(-18_000, 17_800))),
                random.nextBoolean() ? "" : text(random, 0, room),
                random.nextBoolean()
                        ? ""
                        : text(random, 0, format.layout().secondOptionalData().length()));
    }

    private static MrzDate birth(RandomGenerator random, LocalDate today) {
        var date = MrzDate.of(today.minusDays(random.nextInt(36_000)));
        return switch (random.nextInt(10)) {
            case 0 -> MrzDate.UNKNOWN;
            case 1 -> new MrzDate(date.year(), null, null);
            case 2 -> new MrzDate(date.year(), date.month(), null);
            default -> date;
        };
    }

    private static String letters(RandomGenerator random, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String text(RandomGenerator random, int shortest, int longest) {
        var length = random.nextInt(shortest, longest + 1);
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
        }
        return text.toString();
    }
}
