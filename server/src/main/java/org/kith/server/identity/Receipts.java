package org.kith.server.identity;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.server.application.Application;
import org.kith.server.audit.Looks;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Wall;
import org.kith.server.identity.Receipt.Line;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Service;

/// Tells a person in their own words what an officer checked. No value of the passport is repeated: a receipt that is
/// lost says little.
@Service
public class Receipts {
    private final IdentityChecks checks;
    private final Centres centres;
    private final Looks looks;
    private final PointsToCheck points;
    private final Texts texts;

    Receipts(IdentityChecks checks, Centres centres, Looks looks, PointsToCheck points, Texts texts) {
        this.checks = checks;
        this.centres = centres;
        this.looks = looks;
        this.points = points;
        this.texts = texts;
    }

    /// Of every check of an application, the newest first; empty once its person has been erased.
    public List<Receipt> of(Application application, Locale language) {
        return checks.all(application).stream()
                .map(check -> receipt(application, check, language))
                .toList();
    }

    public Optional<Receipt> of(Application application, CheckId id, Locale language) {
        return of(application, language).stream()
                .filter(each -> each.check().equals(id))
                .findFirst();
    }

    private Receipt receipt(Application application, IdentityCheck check, Locale language) {
        var words = new Words(language);
        return new Receipt(
                check.id(),
                language,
                ULocale.forLocale(language).isRightToLeft() ? "rtl" : "ltr",
                check.confirmed(),
                words.of(check.confirmed() ? "confirmed" : "notConfirmed"),
                lines(application, check, words),
                words.of(check.confirmed() ? "next.confirmed" : "next.notConfirmed"));
    }

    private List<Line> lines(Application application, IdentityCheck check, Words words) {
        var lines = new ArrayList<Line>();
        var centre = centres.find(new CentreId(check.centre())).orElseThrow();
        var wall = new Wall(centre.hours().zone(), words.language());
        lines.add(words.line(
                "when",
                wall.wholeDate(wall.date(check.at())) + ", " + wall.time(check.at()) + " (" + wall.offset(check.at())
                        + ")"));
        lines.add(words.line("where", centre.town()));
        lines.add(words.line("officer", looks.number(check.officer()).toString()));
        var why = check.notConfirmed();
        if (why != null) lines.add(words.line("reason", words.of("reason." + why)));
        if (!check.fields().isEmpty()) {
            lines.add(words.line("same", words.fields(check, Sameness.SAME)));
            if (!check.passportMatches()) lines.add(words.line("differs", words.fields(check, Sameness.DIFFERS)));
        }
        lines.add(words.line("document", words.judged(check.document())));
        lines.add(words.line("face", words.judged(check.face())));
        for (var point : points.said(application, check.points())) {
            var title = points.title(application, point.id(), words.language());
            lines.add(new Line(title, words.of("point." + (point.because() == null ? "CHECKED" : point.because()))));
        }
        var secondWay = check.secondWay();
        if (secondWay != null) lines.add(words.line("secondWay", words.of("secondWay." + secondWay)));
        lines.add(words.line("photo", words.of(check.photoTaken() ? "photo.taken" : "photo.none")));
        lines.add(words.line("chip", words.of(check.chipRead() ? "chip.read" : "chip.not")));
        var assurance = check.assurance();
        if (assurance != null) lines.add(words.line("assurance", words.of("assurance." + assurance)));
        return lines;
    }

    private final class Words {
        private final Locale language;

        Words(Locale language) {
            this.language = language;
        }

        Locale language() {
            return language;
        }

        String of(String key) {
            return texts.text(language, "receipt." + key);
        }

        Line line(String key, String value) {
            return new Line(of(key), value);
        }

        String judged(@org.jspecify.annotations.Nullable Judgement judgement) {
            return of("judged." + (judgement == null ? "OPEN" : judgement.name()));
        }

        String fields(IdentityCheck check, Sameness sameness) {
            var names = check.fields().stream()
                    .filter(each -> each.sameness() == sameness)
                    .map(each -> of("field." + each.field()))
                    .toList();
            return names.isEmpty()
                    ? of("none")
                    : ListFormatter.getInstance(language).format(names);
        }
    }
}
