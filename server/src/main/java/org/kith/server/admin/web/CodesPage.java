package org.kith.server.admin.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.pack.question.Countries.Named;
import org.kith.server.site.Screen;

/// Making invitation codes.
///
/// @param most    in one batch
/// @param checked whether the form was sent, so that what is wrong is said
public record CodesPage(List<Named> countries, String country, String count, int most, boolean checked) {
    boolean noCountry() {
        return countries.stream().noneMatch(each -> each.code().equals(country));
    }

    boolean noCount() {
        return !count.strip().matches("[1-9][0-9]{0,5}") || Integer.parseInt(count.strip()) > most;
    }

    public Map<String, String> errors(Screen screen) {
        var errors = new LinkedHashMap<String, String>();
        if (!checked) return errors;
        if (noCountry()) errors.put("country", screen.t("admin.rollout.fault.country"));
        if (noCount()) errors.put("count", screen.t("admin.codes.fault.count", most));
        return errors;
    }
}
