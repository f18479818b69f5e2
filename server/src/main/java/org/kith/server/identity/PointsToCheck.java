package org.kith.server.identity;

import java.util.List;
import java.util.Locale;
import org.kith.pack.visit.VisitKind;
import org.kith.server.application.Application;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// What the programme that an application was filed under has officers look at, in its order.
@Component
public class PointsToCheck {
    private final Programme programme;

    PointsToCheck(Programme programme) {
        this.programme = programme;
    }

    public List<String> of(Application application) {
        return kind(application).checks();
    }

    public String title(Application application, String point, Locale language) {
        return programme
                .version(application.pack())
                .messages()
                .in(language.toLanguageTag())
                .text(kind(application).checkKey(point));
    }

    /// What was said, in the programme's order; whatever else was sent is left out.
    List<CheckedPoint> said(Application application, List<CheckedPoint> points) {
        return of(application).stream()
                .flatMap(id ->
                        points.stream().filter(each -> each.id().equals(id)).limit(1))
                .toList();
    }

    /// Those that nothing was said of.
    List<String> untouched(Application application, List<CheckedPoint> points) {
        var said = said(application, points).stream().map(CheckedPoint::id).toList();
        return of(application).stream().filter(id -> !said.contains(id)).toList();
    }

    private VisitKind kind(Application application) {
        return programme.version(application.pack()).visits().identity();
    }
}
