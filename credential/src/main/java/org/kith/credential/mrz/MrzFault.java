package org.kith.credential.mrz;

/// One thing that is wrong in a zone as it was typed.
///
/// @param kind what is wrong; a page may have its own words for each
/// @param line counted from 1; 0 if it is not about one line
/// @param column counted from 1, in the line as a document prints it; 0 if it is about the whole line
/// @param mend one plain English sentence that says how to mend it; holds nothing that was typed
public record MrzFault(Kind kind, int line, int column, String mend) {
    /// What can be wrong.
    public enum Kind {
        EMPTY,
        WRONG_NUMBER_OF_LINES,
        WRONG_LINE_LENGTH,
        FOREIGN_CHARACTER,
        DOCUMENT_TYPE,
        ISSUER,
        NAME,
        DOCUMENT_NUMBER,
        DOCUMENT_NUMBER_CHECK_DIGIT,
        NATIONALITY,
        BIRTH_DATE,
        BIRTH_DATE_CHECK_DIGIT,
        SEX,
        EXPIRY,
        EXPIRY_CHECK_DIGIT,
        OPTIONAL_DATA_CHECK_DIGIT,
        COMPOSITE_CHECK_DIGIT
    }

    public MrzFault {
        if (line < 0 || column < 0 || mend.isBlank())
            throw new IllegalArgumentException("a fault has a place and a mend");
    }

    static MrzFault at(Kind kind, Field field, String mend) {
        return new MrzFault(kind, field.line(), field.column(), mend);
    }
}
