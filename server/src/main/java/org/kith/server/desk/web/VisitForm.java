package org.kith.server.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.CheckedPoint;
import org.kith.server.identity.Findings;
import org.kith.server.identity.Hindrance;
import org.kith.server.identity.Judgement;
import org.kith.server.identity.NotConfirmed;
import org.kith.server.identity.SecondWay;
import org.springframework.web.multipart.MultipartFile;

/// What the officer has typed and pressed so far; it goes round with every button, so that nothing is lost.
///
/// @param points  points of the programme that were checked, by their ids
/// @param because why others could not be, each as `id:REASON`
/// @param page a picture of the passport's page, of which the lines are read
/// @param act which button: `compare`, `scan`, `photo`, `confirm` or `not-confirm`
public record VisitForm(
        @Nullable String lines,
        @Nullable String document,
        @Nullable String face,
        @Nullable String second,
        @Nullable String differences,
        @Nullable String reason,
        @Nullable List<String> points,
        @Nullable List<String> because,
        @Nullable MultipartFile photo,
        @Nullable MultipartFile page,
        @Nullable String act) {
    static final VisitForm EMPTY = new VisitForm(null, null, null, null, null, null, null, null, null, null, null);

    Findings findings() {
        return new Findings(
                lines == null ? "" : lines,
                word(Judgement.class, document).orElse(null),
                word(Judgement.class, face).orElse(null),
                word(SecondWay.class, second).orElse(null),
                word(Findings.Differences.class, differences).orElse(null),
                said());
    }

    /// Whoever says both that a point was checked and why not has not checked it.
    private List<CheckedPoint> said() {
        var said = new LinkedHashMap<String, CheckedPoint>();
        for (var id : points == null ? List.<String>of() : points) said.put(id, new CheckedPoint(id, null));
        for (var each : because == null ? List.<String>of() : because) {
            var parts = each.split(":", 2);
            if (parts.length < 2) continue;
            word(Hindrance.class, parts[1]).ifPresent(why -> said.put(parts[0], new CheckedPoint(parts[0], why)));
        }
        return List.copyOf(said.values());
    }

    VisitForm with(String read) {
        return new VisitForm(read, document, face, second, differences, reason, points, because, null, null, act);
    }

    Optional<NotConfirmed> notConfirmed() {
        return word(NotConfirmed.class, reason);
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> kind, @Nullable String pressed) {
        if (pressed == null || pressed.isEmpty()) return Optional.empty();

        try {
            return Optional.of(Enum.valueOf(kind, pressed.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
