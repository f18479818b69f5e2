package org.kith.credential.mrz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lays the fields of a zone out in lines and works out the check digits.
final class MrzWriter {
    private final List<char[]> lines = new ArrayList<>();

    private MrzWriter(MrzFormat format) {
        for (var i = 0; i < format.lines(); i++) {
            var line = new char[format.width()];
            Arrays.fill(line, '<');
            lines.add(line);
        }
    }

    static List<String> write(Mrz mrz) {
        var layout = mrz.format().layout();
        var writer = new MrzWriter(mrz.format());
        writer.put(layout.documentType(), mrz.documentType());
        writer.put(layout.issuer(), mrz.issuer());
        writer.put(
                layout.name(),
                new NameField(mrz.surname(), mrz.givenNames())
                        .write(layout.name().length()));
        writer.put(layout.nationality(), mrz.nationality());
        writer.put(layout.birthDate(), mrz.birthDate().raw());
        writer.check(layout.birthDateCheck(), layout.birthDate());
        writer.put(layout.sex(), String.valueOf(mrz.sex().letter));
        writer.put(layout.expiry(), mrz.expiry().raw());
        writer.check(layout.expiryCheck(), layout.expiry());
        writer.putNumberAndOptionalData(mrz);
        writer.put(layout.secondOptionalData(), mrz.secondOptionalData());
        if (layout.optionalDataCheck().present()) writer.check(layout.optionalDataCheck(), layout.optionalData());
        writer.check(layout.compositeCheck(), layout.coveredByComposite().toArray(Field[]::new));
        return writer.lines.stream().map(String::new).toList();
    }

    /// A number longer than nine characters runs on into the optional data, with its check digit behind it
    /// (9303-5 and -6 §4.2.2, note j).
    private void putNumberAndOptionalData(Mrz mrz) {
        var layout = mrz.format().layout();
        var number = mrz.documentNumber();
        if (number.length() <= 9) {
            put(layout.documentNumber(), number);
            check(layout.documentNumberCheck(), layout.documentNumber());
            put(layout.optionalData(), mrz.optionalData());
            return;
        }
        put(layout.documentNumber(), number.substring(0, 9));
        put(layout.optionalData(), number.substring(9) + CheckDigit.of(number) + "<" + mrz.optionalData());
    }

    private void put(Field field, String text) {
        text.getChars(0, text.length(), lines.get(field.line() - 1), field.column() - 1);
    }

    private void check(Field digit, Field... covered) {
        var data = new StringBuilder();
        for (var field : covered) {
            data.append(lines.get(field.line() - 1), field.column() - 1, field.length());
        }
        put(digit, String.valueOf(CheckDigit.of(data)));
    }
}
