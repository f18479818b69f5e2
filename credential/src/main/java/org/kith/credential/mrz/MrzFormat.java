package org.kith.credential.mrz;

import java.util.List;

/// The three sizes of travel document (ICAO 9303-5, -6 and -4, each §4.2.2).
public enum MrzFormat {
    /// A card of credit card size: three lines of 30 characters.
    TD1(3, 30),
    /// A larger card: two lines of 36 characters.
    TD2(2, 36),
    /// A passport: two lines of 44 characters.
    TD3(2, 44);

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final int lines;
    private final int width;

    MrzFormat(int lines, int width) {
        this.lines = lines;
        this.width = width;
    }

    /// How many lines the zone has.
    public int lines() {
        return lines;
    }

    /// How many characters a line has.
    public int width() {
        return width;
    }

    /// The longest document number: nine characters, and where the format lets it run on into the optional
    /// data,
    /// what fits before its check digit and the filler after it (9303-5 and -6 §4.2.2, note j).
    public int longestDocumentNumber() {
        return this == TD3 ? 9 : 9 + layout().optionalData().length() - 2;
    }

    /// The characters that can stand at a place, line and column counted from 1 (9303-4 to -6, §4.2.2). What a check
    /// digit
    /// or a later field makes of them is not looked at.
    public String alphabet(int line, int column) {
        var layout = layout();
        for (var field : List.of(
                layout.birthDate(), layout.expiry(), layout.documentNumberCheck(), layout.optionalDataCheck())) {
            if (field.covers(line, column)) return DIGITS + "<";
        }
        for (var field : List.of(layout.birthDateCheck(), layout.expiryCheck(), layout.compositeCheck())) {
            if (field.covers(line, column)) return DIGITS;
        }
        for (var field : List.of(layout.documentType(), layout.issuer(), layout.name(), layout.nationality())) {
            if (field.covers(line, column)) return CAPITALS + "<";
        }
        return layout.sex().covers(line, column) ? "FMX<" : CAPITALS + DIGITS + "<";
    }

    Layout layout() {
        return switch (this) {
            case TD1 -> Layout.TD1;
            case TD2 -> Layout.TD2;
            case TD3 -> Layout.TD3;
        };
    }
}
