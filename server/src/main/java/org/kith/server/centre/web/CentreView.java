package org.kith.server.centre.web;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Centre;
import org.kith.server.programme.Programme;

/// A centre as its panel shows it.
///
/// @param address   line by line
/// @param languages what is spoken there, each in the reader's language
public record CentreView(
        String code,
        String town,
        String country,
        List<String> address,
        String finding,
        String languages,
        boolean stepFree,
        @Nullable String map,
        String access) {
    static CentreView of(Centre centre, Programme programme, Locale language) {
        return new CentreView(
                centre.code(),
                centre.town(),
                programme
                        .current()
                        .questions()
                        .countries()
                        .name(centre.country().value(), programme.texts(language)),
                centre.address().lines().toList(),
                centre.finding(),
                ListFormatter.getInstance(language)
                        .format(centre.languages().stream()
                                .map(spoken -> spoken.getDisplayLanguage(language))
                                .toList()),
                centre.stepFree(),
                centre.around().map(),
                centre.around().access());
    }
}
