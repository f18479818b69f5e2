package org.kith.credential.mrz;

/// The document number with its check digit, and the optional data behind it. A number of more than nine
/// characters
/// has a filler for its check digit and runs on into the optional data (9303-5 and -6 §4.2.2, note j).
record LongNumber(String number, String check, Field checkAt, String optionalData) {
    static LongNumber read(MrzFormat format, Cells cells) {
        var first = cells.at(format.layout().documentNumber());
        var check = cells.at(format.layout().documentNumberCheck());
        var optional = cells.at(format.layout().optionalData());
        var end = optional.indexOf('<');
        if (!check.equals("<") || format == MrzFormat.TD3 || end < 2)
            return new LongNumber(trimmed(first), check, format.layout().documentNumberCheck(), trimmed(optional));

        var checkAt = new Field(
                format.layout().optionalData().line(),
                format.layout().optionalData().column() + end - 1,
                1);
        return new LongNumber(
                first + optional.substring(0, end - 1),
                String.valueOf(LookAlikes.asDigit(optional.charAt(end - 1))),
                checkAt,
                trimmed(optional.substring(end + 1)));
    }

    private static String trimmed(String text) {
        return text.replaceAll("<+$", "");
    }
}
