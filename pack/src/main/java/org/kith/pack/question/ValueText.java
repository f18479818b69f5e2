package org.kith.pack.question;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.kith.pack.text.Texts;

/// Says an answer in words of a language.
public final class ValueText {
    private ValueText() {}

    public static String of(Question question, Value value, Countries countries, Texts texts) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Name name -> name.inOwnScript();
            case Value.Day(var date) -> date(date, texts);
            case Value.Country(var code) -> countries.name(code, texts);
            case Value.Choice(var code) ->
                question.choice(code)
                        .map(choice -> texts.text(choice.labelKey()))
                        .orElse(code);
            case Value.YesNo(var yes) -> texts.text(yes ? "word.yes" : "word.no");
            case Value.NotKnown() -> texts.text("word.not-known");
            case Value.Passport passport -> passport.number() + ", " + countries.name(passport.issuer(), texts);
        };
    }

    public static String date(LocalDate date, Texts texts) {
        return date(PartialDate.of(date), texts);
    }

    public static String date(PartialDate date, Texts texts) {
        var skeleton = date.isWhole() ? "yMMMMd" : date.month() == 0 ? "y" : "yMMMM";
        var format =
                DateFormat.getInstanceForSkeleton(skeleton, texts.language().locale());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(
                Date.from(date.earliest().atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
