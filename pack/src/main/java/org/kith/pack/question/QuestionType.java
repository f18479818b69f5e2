package org.kith.pack.question;

/// How a question is answered.
public enum QuestionType {
    TEXT,
    LONG_TEXT,
    /// Given and family name as the person writes them, and as the passport's lines spell them.
    NAME,
    /// Day, month and year; with `partial`, the month or the day may be unknown.
    DATE,
    /// An ISO 3166-1 alpha-3 code, or one of the pack's own.
    COUNTRY,
    CHOICE,
    YES_NO,
    /// A passport or identity card of any country: its fields, and the machine-readable lines if there are any.
    PASSPORT,
    /// Where letters reach a person, in the fields that the country's post uses.
    ADDRESS,
    /// Several people or things, each asked the same questions: ancestors, children.
    GROUP,
    /// Files of papers from the catalogue.
    DOCUMENTS;

    /// Whether the check without an account may ask it: it promises to ask for nothing by which a person could be
    /// found.
    public boolean isAskedWithoutAccount() {
        return switch (this) {
            case NAME, PASSPORT, ADDRESS, DOCUMENTS -> false;
            case TEXT, LONG_TEXT, DATE, COUNTRY, CHOICE, YES_NO, GROUP -> true;
        };
    }
}
