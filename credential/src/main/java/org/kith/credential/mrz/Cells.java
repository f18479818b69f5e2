package org.kith.credential.mrz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kith.credential.mrz.MrzFault.Kind;

/// The characters of a zone by their place. Where only digits or only letters can stand, look-alikes are put
/// right.
record Cells(List<String> lines) {

    static Cells of(MrzFormat format, List<String> typed) {
        var cells = typed.stream().map(StringBuilder::new).toList();
        digits(format).forEach(field -> mend(cells, field, true));
        letters(format).forEach(field -> mend(cells, field, false));
        return new Cells(cells.stream().map(StringBuilder::toString).toList());
    }

    String at(Field field) {
        return lines.get(field.line() - 1).substring(field.column() - 1, field.column() - 1 + field.length());
    }

    /// A fault for every character that the zone's alphabet does not have.
    List<MrzFault> foreign() {
        var faults = new ArrayList<MrzFault>();
        for (var line = 1; line <= lines.size(); line++) {
            for (var column = 1; column <= lines.get(line - 1).length(); column++) {
                if (!known(lines.get(line - 1).charAt(column - 1)))
                    faults.add(new MrzFault(
                            Kind.FOREIGN_CHARACTER, line, column, "Only A to Z, 0 to 9 and < stand here."));
            }
        }
        return faults;
    }

    private static boolean known(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<';
    }

    private static void mend(List<StringBuilder> cells, Field field, boolean digit) {
        var line = cells.get(field.line() - 1);
        for (var i = field.column() - 1; i < field.column() - 1 + field.length(); i++) {
            var c = line.charAt(i);
            line.setCharAt(i, digit ? LookAlikes.asDigit(c) : LookAlikes.asLetter(c));
        }
    }

    private static Stream<Field> digits(MrzFormat format) {
        return Stream.of(
                format.layout().birthDate(),
                format.layout().birthDateCheck(),
                format.layout().expiry(),
                format.layout().expiryCheck(),
                format.layout().documentNumberCheck(),
                format.layout().optionalDataCheck(),
                format.layout().compositeCheck());
    }

    private static Stream<Field> letters(MrzFormat format) {
        return Stream.of(
                format.layout().documentType(),
                format.layout().issuer(),
                format.layout().nationality(),
                format.layout().name(),
                format.layout().sex());
    }
}
