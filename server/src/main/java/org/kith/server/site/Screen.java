package org.kith.server.site;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What every template is given beside its page: language and texts, the form token, who is signed in.
public record Screen(
        Locale language,
        Texts texts,
        Brand brand,
        Assets assets,
        String path,
        @Nullable String formToken,
        @Nullable String who,
        String actingFor,
        boolean demonstration) {
    /// ICU reads its rules from the jar each time it is asked for a name, and every page asks.
    private static final Map<Locale, String> NAMES_OF_LANGUAGES = new ConcurrentHashMap<>();

    public String t(String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    public String cardName() {
        return brand.cardName().apply(language);
    }

    public String stateName() {
        return brand.stateName().apply(language);
    }

    public String dir() {
        return directionOf(language);
    }

    public String dirOf(Locale other) {
        return directionOf(other);
    }

    public List<Locale> languages() {
        return brand.languages();
    }

    /// The name of a language in itself.
    public String nameOf(Locale other) {
        return NAMES_OF_LANGUAGES.computeIfAbsent(other, Screen::ownName);
    }

    private static String ownName(Locale language) {
        var name = ULocale.getDisplayName(language.toLanguageTag(), language.toLanguageTag());
        return UCharacter.toTitleCase(language, name, null, UCharacter.TITLECASE_NO_LOWERCASE);
    }

    /// A country's name, from its ISO 3166 alpha-2 or alpha-3 code, in the page's language.
    public String country(String code) {
        var name = texts.has(language, "country." + code) ? t("country." + code) : null;
        return name != null ? name : new ULocale("und", code).getDisplayCountry(ULocale.forLocale(language));
    }

    public String date(LocalDate date) {
        return DateFormat.getDateInstance(DateFormat.LONG, language).format((Temporal) date);
    }

    /// The month of a day, where no more is to be told.
    public String month(LocalDate date) {
        return DateFormat.getInstanceForSkeleton(DateFormat.YEAR_MONTH, language)
                .format((Temporal) date);
    }

    /// A time of day in words that stay the same in every zone the server runs in.
    public String time(LocalDateTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    public String date(Instant instant, ZoneId zone) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    private static String directionOf(Locale locale) {
        return ULocale.forLocale(locale).isRightToLeft() ? "rtl" : "ltr";
    }
}
