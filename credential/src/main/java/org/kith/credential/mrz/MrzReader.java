package org.kith.credential.mrz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kith.credential.mrz.MrzFault.Kind;

/// Reads a machine readable zone as somebody typed it.
public final class MrzReader {
    private static final String COMPARE =
            "Compare this line with the document, letter by letter: 0 and O, 1 and I look alike.";

    private final MrzFormat format;
    private final Layout layout;
    private final Cells cells;
    private final LocalDate today;
    private final List<MrzFault> faults = new ArrayList<>();

    private MrzReader(MrzFormat format, Cells cells, LocalDate today) {
        this.format = format;
        this.layout = format.layout();
        this.cells = cells;
        this.today = today;
    }

    /// Reads `typed`: two or three lines, in any case, with or without line breaks, spaces forgiven, `«` and
    /// other
    /// look-alikes taken for what they stand for, miscounted fillers at the end of a line counted anew.
    ///
    /// A two-digit year of birth is the latest that is not in the future of `today`; one of expiry lies within
    /// fifty years.
    public static MrzReading read(String typed, LocalDate today) {
        return switch (TypedLines.in(typed)) {
            case TypedLines.NotFound(var fault) -> new MrzReading.Refused(List.of(fault));
            case TypedLines.Found(var format, var lines) ->
                new MrzReader(format, Cells.of(format, lines), today).read();
        };
    }

    private MrzReading read() {
        cells.foreign().forEach(faults::add);
        if (!faults.isEmpty()) return refused();

        var type = text(layout.documentType());
        if (!Mrz.isType(format, type)) fault(Kind.DOCUMENT_TYPE, layout.documentType(), typeMend(type));
        var issuer = code(Kind.ISSUER, layout.issuer());
        var nationality = code(Kind.NATIONALITY, layout.nationality());
        var name = name();
        var birth = date(Kind.BIRTH_DATE, layout.birthDate(), MrzDate.birth(cells.at(layout.birthDate()), today));
        var expiry = date(Kind.EXPIRY, layout.expiry(), MrzDate.expiry(cells.at(layout.expiry()), today));
        var sex = sex();
        var number = LongNumber.read(format, cells);
        checkDigits(number);
        if (!Mrz.isNumber(format, number.number()))
            fault(
                    Kind.DOCUMENT_NUMBER,
                    layout.documentNumber(),
                    "Type the document number as it stands in the document.");
        if (!faults.isEmpty()) return refused();

        return new MrzReading.Read(new Mrz(
                format,
                type,
                issuer,
                number.number(),
                name.orElseThrow().surname(),
                name.orElseThrow().givenNames(),
                nationality,
                birth.orElseThrow(),
                sex.orElseThrow(),
                expiry.orElseThrow(),
                number.optionalData(),
                text(layout.secondOptionalData())));
    }

    private void checkDigits(LongNumber number) {
        check(Kind.DOCUMENT_NUMBER_CHECK_DIGIT, number.checkAt(), number.number(), number.check());
        check(Kind.BIRTH_DATE_CHECK_DIGIT, layout.birthDateCheck(), layout.birthDate());
        check(Kind.EXPIRY_CHECK_DIGIT, layout.expiryCheck(), layout.expiry());
        if (layout.optionalDataCheck().present() && !unusedPersonalNumber())
            check(Kind.OPTIONAL_DATA_CHECK_DIGIT, layout.optionalDataCheck(), layout.optionalData());
        // A wrong digit inside makes this one wrong too; say it only if nothing inside explains it.
        if (faults.stream().anyMatch(fault -> fault.kind().name().endsWith("CHECK_DIGIT"))) return;
        var covered = layout.coveredByComposite().stream().map(cells::at).reduce("", String::concat);
        check(Kind.COMPOSITE_CHECK_DIGIT, layout.compositeCheck(), covered, cells.at(layout.compositeCheck()));
    }

    /// 9303-4 §4.2.2.2, position 43: a filler may stand for the check digit of a personal number that is not
    /// there.
    private boolean unusedPersonalNumber() {
        return text(layout.optionalData()).isEmpty()
                && cells.at(layout.optionalDataCheck()).equals("<");
    }

    private void check(Kind kind, Field digit, Field data) {
        check(kind, digit, cells.at(data), cells.at(digit));
    }

    private void check(Kind kind, Field digit, String data, String printed) {
        if (!printed.equals(String.valueOf(CheckDigit.of(data)))) fault(kind, digit, COMPARE);
    }

    private String code(Kind kind, Field field) {
        var code = text(field);
        if (!Mrz.isCode(code)) fault(kind, field, "Type the three letters of the country as the document prints them.");
        return code;
    }

    private Optional<NameField> name() {
        try {
            return Optional.of(NameField.read(cells.at(layout.name())));
        } catch (IllegalArgumentException notAName) {
            fault(
                    Kind.NAME,
                    layout.name(),
                    "Type the name in letters A to Z, with << between surname and given names.");
            return Optional.empty();
        }
    }

    private Optional<MrzDate> date(Kind kind, Field field, Optional<MrzDate> date) {
        if (date.isEmpty()) fault(kind, field, "Type this date as six digits: year, month, day, two digits each.");
        return date;
    }

    private Optional<Sex> sex() {
        return switch (cells.at(layout.sex())) {
            case "F" -> Optional.of(Sex.FEMALE);
            case "M" -> Optional.of(Sex.MALE);
            case "<", "X" -> Optional.of(Sex.UNSPECIFIED);
            default -> {
                fault(Kind.SEX, layout.sex(), "Type F, M or < here, as the document prints it.");
                yield Optional.empty();
            }
        };
    }

    private String text(Field field) {
        return cells.at(field).replaceAll("<+$", "");
    }

    private String typeMend(String type) {
        if (type.startsWith("V")) return "This is a visa. Type the lines of the passport or card itself.";
        return format == MrzFormat.TD3
                ? "The first line of a passport begins with P."
                : "The first line of a card begins with A, C or I.";
    }

    private void fault(Kind kind, Field field, String mend) {
        faults.add(MrzFault.at(kind, field, mend));
    }

    private MrzReading refused() {
        faults.sort(Comparator.comparingInt(MrzFault::line).thenComparingInt(MrzFault::column));
        return new MrzReading.Refused(faults);
    }
}
