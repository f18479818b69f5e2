package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.credential.mrz.MrzReading;
import org.kith.pack.question.Value;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Wall;
import org.kith.server.desk.VisitRoom.Opening.Opened;
import org.kith.server.desk.web.VisitPage.Paper;
import org.kith.server.desk.web.VisitPage.Point;
import org.kith.server.desk.web.VisitPage.Row;
import org.kith.server.identity.CheckResult.Missing;
import org.kith.server.identity.CheckedPoint;
import org.kith.server.identity.Comparison;
import org.kith.server.identity.Declared;
import org.kith.server.identity.Document;
import org.kith.server.identity.Findings;
import org.kith.server.identity.PassportComparison;
import org.kith.server.identity.PassportField;
import org.kith.server.identity.Photos;
import org.kith.server.identity.PointsToCheck;
import org.kith.server.identity.PreparedCheck;
import org.kith.server.identity.Sameness;
import org.kith.server.identity.SigningChecks;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerId;
import org.springframework.stereotype.Component;

/// Words an opened visit for its page.
@Component
class VisitView {
    private final Centres centres;
    private final PassportComparison passport;
    private final Photos photos;
    private final SigningChecks signing;
    private final PointsToCheck points;
    private final Programme programme;
    private final ChipPanels chips;

    VisitView(
            Centres centres,
            PassportComparison passport,
            Photos photos,
            SigningChecks signing,
            PointsToCheck points,
            Programme programme,
            ChipPanels chips) {
        this.centres = centres;
        this.passport = passport;
        this.photos = photos;
        this.signing = signing;
        this.points = points;
        this.programme = programme;
        this.chips = chips;
    }

    VisitPage of(Opened opened, VisitForm form, Map<String, String> errors, OfficerId officer) {
        var booking = opened.booking();
        var centre = centres.find(booking.centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), Locale.ENGLISH);
        var findings = form.findings();
        var compared = passport.compare(opened.application(), findings.lines());
        var photo = photos.of(booking.id());
        var name = opened.declared().name();
        var arrived = booking.arrivedAt();
        return new VisitPage(
                booking.id().toString(),
                wall.day(wall.date(booking.startsAt())) + ", " + wall.time(booking.startsAt()) + ", " + centre.town()
                        + " time",
                arrived == null ? "" : wall.time(arrived),
                opened.application().filedReference().orElseThrow().printed(),
                name.map(Value.Name::inOwnScript).orElse(""),
                name.map(Value.Name::inPassport).orElse(""),
                compared.isEmpty() ? declared(opened.declared()) : rows(compared),
                (int) compared.stream()
                        .filter(each -> each.sameness() == Sameness.DIFFERS)
                        .count(),
                !compared.isEmpty(),
                waitsFor(opened, officer),
                points(opened, findings),
                fault(findings.lines()),
                opened.documents().stream().map(this::paper).toList(),
                photo.map(taken -> wall.time(taken.takenAt())).orElse(""),
                photo.stream().flatMap(taken -> taken.hints().stream()).sorted().toList(),
                open(form, compared, photo.isPresent()),
                errors,
                findings.lines(),
                said(form.document()),
                said(form.face()),
                said(form.second()),
                said(form.differences()),
                said(form.reason()),
                chips.of(opened, findings.lines(), errors));
    }

    private List<Point> points(Opened opened, Findings findings) {
        return points.of(opened.application()).stream()
                .map(id -> {
                    var said = findings.points().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst();
                    var because = said.map(CheckedPoint::because).orElse(null);
                    return new Point(
                            id,
                            points.title(opened.application(), id, Locale.ENGLISH),
                            said.isPresent() && because == null,
                            because);
                })
                .toList();
    }

    private boolean waitsFor(Opened opened, OfficerId officer) {
        return signing.ready(opened.booking(), opened.application())
                .filter(PreparedCheck::needsSecond)
                .filter(ready -> !ready.check().officer().equals(officer.value()))
                .isPresent();
    }

    /// What the list of things to sign still shows as open.
    private static Set<Missing> open(VisitForm form, List<Comparison> compared, boolean photo) {
        var open = EnumSet.noneOf(Missing.class);
        if (compared.isEmpty()) open.add(Missing.LINES);
        if (!said(form.document()).equals("yes")) open.add(Missing.DOCUMENT_UNALTERED);
        if (!isKnown(form)) open.add(Missing.SAME_FACE);
        if (!photo) open.add(Missing.PHOTO);
        return open;
    }

    private static boolean isKnown(VisitForm form) {
        return said(form.face()).equals("yes")
                || (said(form.face()).equals("cannot_tell")
                        && !said(form.second()).isEmpty());
    }

    private List<Row> rows(List<Comparison> compared) {
        return compared.stream()
                .map(each -> new Row(
                        each.field(),
                        shown(each.field(), each.declared()),
                        shown(each.field(), each.printed()),
                        each.sameness()))
                .toList();
    }

    private List<Row> declared(Declared declared) {
        var passport = declared.passport();
        return Stream.of(PassportField.values())
                .map(field -> new Row(
                        field,
                        shown(
                                field,
                                switch (field) {
                                    case SURNAME ->
                                        passport.map(Value.Passport::surname).orElse("");
                                    case GIVEN_NAMES ->
                                        passport.map(Value.Passport::given).orElse("");
                                    case BIRTH_DATE ->
                                        declared.birth().map(Object::toString).orElse("");
                                    case NATIONALITY ->
                                        passport.map(Value.Passport::nationality)
                                                .orElse("");
                                    case ISSUER ->
                                        passport.map(Value.Passport::issuer).orElse("");
                                    case NUMBER ->
                                        passport.map(Value.Passport::number).orElse("");
                                    case EXPIRY ->
                                        passport.map(each -> each.expires().toString())
                                                .orElse("");
                                }),
                        null,
                        null))
                .toList();
    }

    /// A number is shown by its end only: the officer has the passport in hand.
    private String shown(PassportField field, String value) {
        if (value.isEmpty()) return "";
        if (field == PassportField.NUMBER) return "ends " + value.substring(Math.max(0, value.length() - 4));
        if (field == PassportField.NATIONALITY || field == PassportField.ISSUER) return country(value);
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new Wall(java.time.ZoneOffset.UTC, Locale.ENGLISH).wholeDate(LocalDate.parse(value));
        }
        return value;
    }

    private String country(String code) {
        return programme.current().questions().countries().name(code, programme.texts(Locale.ENGLISH));
    }

    private @Nullable String fault(String lines) {
        if (lines.isBlank()) return null;

        return switch (passport.read(lines)) {
            case MrzReading.Read _ -> null;
            case MrzReading.Refused(var faults) -> {
                var first = faults.getFirst();
                yield (first.line() > 0 ? "Line " + first.line() + ": " : "") + first.mend();
            }
        };
    }

    private Paper paper(Document document) {
        var title = programme
                .current()
                .evidence()
                .find(document.evidence())
                .map(kind -> programme.texts(Locale.ENGLISH).text(kind.titleKey()))
                .orElse(document.evidence());
        return new Paper(
                document.id().toString(),
                title,
                IntStream.rangeClosed(1, document.pages().size()).boxed().toList(),
                document.hints());
    }

    private static String said(@Nullable String pressed) {
        return pressed == null ? "" : pressed;
    }
}
