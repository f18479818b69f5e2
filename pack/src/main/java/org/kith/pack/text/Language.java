package org.kith.pack.text;

import com.ibm.icu.util.ULocale;

/// A language of the programme by its BCP 47 tag (`en`, `ar`, `zh-Hant`).
public record Language(String tag) {
    public static final Language ENGLISH = new Language("en");

    public Language {
        if (!isTag(tag)) throw new IllegalArgumentException("not a language tag: " + tag);
    }

    public static boolean isTag(String tag) {
        return tag.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
                && !new ULocale(tag).getDisplayLanguage(ULocale.ENGLISH).equals(tag);
    }

    /// The language's name in itself, as a list of languages shows it.
    public String ownName() {
        var locale = ULocale.forLanguageTag(tag);
        var name = locale.getDisplayName(locale);
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(locale.toLocale())
                + name.substring(name.offsetByCodePoints(0, 1));
    }

    public boolean rightToLeft() {
        return ULocale.forLanguageTag(tag).isRightToLeft();
    }

    /// For dates and numbers: with the digits 0 to 9, which is how passports and reference numbers write them.
    public ULocale locale() {
        return ULocale.forLanguageTag(tag + "-u-nu-latn");
    }
}
