package org.kith.credential.mrz;

import java.util.List;

/// Where a format keeps its fields, and which of them the composite check digit covers.
///
/// @param firstLetters the letters a document type of this format may begin with
record Layout(
        String firstLetters,
        Field documentType,
        Field issuer,
        Field name,
        Field documentNumber,
        Field documentNumberCheck,
        Field nationality,
        Field birthDate,
        Field birthDateCheck,
        Field sex,
        Field expiry,
        Field expiryCheck,
        Field optionalData,
        Field optionalDataCheck,
        Field secondOptionalData,
        Field compositeCheck,
        List<Field> coveredByComposite) {

    /// ICAO 9303-5 §4.2.2 and §4.2.4.
    static final Layout TD1 = of(
            "ACI",
            List.of(new Field(1, 6, 25), new Field(2, 1, 7), new Field(2, 9, 7), new Field(2, 19, 11)),
            "TTIIIDDDDDDDDDdOOOOOOOOOOOOOOO",
            "BBBBBBbSEEEEEEeCCCPPPPPPPPPPPx",
            "NNNNNNNNNNNNNNNNNNNNNNNNNNNNNN");

    /// ICAO 9303-6 §4.2.2 and §4.2.4.
    static final Layout TD2 = of(
            "ACI",
            List.of(new Field(2, 1, 10), new Field(2, 14, 7), new Field(2, 22, 14)),
            "TTIIINNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN",
            "DDDDDDDDDdCCCBBBBBBbSEEEEEEeOOOOOOOx");

    /// ICAO 9303-4 §4.2.2 and §4.2.4.
    static final Layout TD3 = of(
            "P",
            List.of(new Field(2, 1, 10), new Field(2, 14, 7), new Field(2, 22, 22)),
            "TTIIINNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN",
            "DDDDDDDDDdCCCBBBBBBbSEEEEEEeOOOOOOOOOOOOOOox");

    /// From a picture of the zone, one letter a field.
    private static Layout of(String firstLetters, List<Field> coveredByComposite, String... picture) {
        return new Layout(
                firstLetters,
                find('T', picture),
                find('I', picture),
                find('N', picture),
                find('D', picture),
                find('d', picture),
                find('C', picture),
                find('B', picture),
                find('b', picture),
                find('S', picture),
                find('E', picture),
                find('e', picture),
                find('O', picture),
                find('o', picture),
                find('P', picture),
                find('x', picture),
                coveredByComposite);
    }

    private static Field find(char letter, String... picture) {
        for (var line = 1; line <= picture.length; line++) {
            var from = picture[line - 1].indexOf(letter);
            if (from >= 0) return new Field(line, from + 1, picture[line - 1].lastIndexOf(letter) - from + 1);
        }
        return Field.ABSENT;
    }
}
