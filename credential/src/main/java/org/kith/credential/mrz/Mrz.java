package org.kith.credential.mrz;

import java.util.List;
import java.util.regex.Pattern;

/// What a machine readable zone says (ICAO Doc 9303 parts 3 to 6). Whoever holds one holds a zone that can be
/// printed.
///
/// Letters are capitals `A` to `Z`; trailing fillers are left away everywhere.
///
/// @param format the size of the document
/// @param documentType one or two letters, such as `P`, `PP`, `I`, `ID`
/// @param issuer the code of the issuing state or organisation, three letters, or `D` for Germany (9303-3 §5)
/// @param documentNumber letters and digits, `<` for a space or sign within; up to
/// [MrzFormat#longestDocumentNumber]
/// @param surname the primary identifier, parts set apart by one space; the whole name of a person who has
/// one name
/// @param givenNames the secondary identifier, likewise; empty if there is none
/// @param nationality the code of the nationality, as `issuer`
/// @param birthDate may be unknown in whole or in part
/// @param sex as the document states it
/// @param expiry known whole, or not at all for a document without an end
/// @param optionalData what the issuer put into the optional field (the personal number of a passport); may
/// be empty
/// @param secondOptionalData the second such field, which only TD1 has; empty for the others
public record Mrz(
        MrzFormat format,
        String documentType,
        String issuer,
        String documentNumber,
        String surname,
        String givenNames,
        String nationality,
        MrzDate birthDate,
        Sex sex,
        MrzDate expiry,
        String optionalData,
        String secondOptionalData) {

    private static final Pattern TYPE = Pattern.compile("[A-Z]{1,2}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}|D");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]|[A-Z0-9][A-Z0-9<]*[A-Z0-9]");
    private static final Pattern OPTIONAL = Pattern.compile("|[A-Z0-9<]*[A-Z0-9]");

    public Mrz {
        require(isType(format, documentType), "a document type of this format");
        require(isCode(issuer), "an issuer of three letters");
        require(isNumber(format, documentNumber), "a document number of this format");
        require(isCode(nationality), "a nationality of three letters");
        require(expiry.equals(MrzDate.UNKNOWN) || expiry.complete().isPresent(), "a whole date of expiry, or none");
        require(OPTIONAL.matcher(optionalData).matches(), "optional data of letters, digits and fillers");
        require(OPTIONAL.matcher(secondOptionalData).matches(), "optional data of letters, digits and fillers");
        require(optionalData.length() <= roomForOptionalData(format, documentNumber), "optional data that fits");
        require(
                secondOptionalData.length()
                        <= format.layout().secondOptionalData().length(),
                "optional data that fits");
        new NameField(surname, givenNames);
    }

    /// The lines as a document prints them, check digits and all. A long name is truncated (9303-4 §4.2.3).
    public List<String> lines() {
        return MrzWriter.write(this);
    }

    /// Whether the name reaches the last place of its field. Then it must be taken as truncated, though it
    /// may be
    /// whole (9303-4 §4.2.3, note).
    public boolean nameMayBeTruncated() {
        var length = surname.length() + (givenNames.isEmpty() ? 0 : 2 + givenNames.length());
        return length >= format.layout().name().length();
    }

    static boolean isType(MrzFormat format, String type) {
        return TYPE.matcher(type).matches() && format.layout().firstLetters().indexOf(type.charAt(0)) >= 0;
    }

    static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static boolean isNumber(MrzFormat format, String number) {
        if (!NUMBER.matcher(number).matches() || number.length() > format.longestDocumentNumber()) return false;
        // A filler ends the part of a long number that runs on, so none can be in it.
        return number.length() <= 9 || number.indexOf('<', 9) < 0;
    }

    private static int roomForOptionalData(MrzFormat format, String number) {
        return format.layout().optionalData().length() - (number.length() > 9 ? number.length() - 9 + 2 : 0);
    }

    private static void require(boolean held, String what) {
        if (!held) throw new IllegalArgumentException("needs " + what);
    }
}
