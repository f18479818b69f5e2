package org.kith.server.portal.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.text.Texts;
import org.kith.pack.visit.VisitKind;
import org.kith.server.application.Application;
import org.kith.server.audit.Looks;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Visits;
import org.kith.server.portal.web.TalkPage.Held;
import org.kith.server.portal.web.TalkPage.Row;
import org.kith.server.portal.web.TalkPage.SheetView;
import org.kith.server.portal.web.TalkPage.Standing;
import org.kith.server.talk.HeldTalk;
import org.kith.server.talk.TalkRules;
import org.kith.server.talk.Talks;
import org.springframework.stereotype.Component;

/// Words a talk for the person who reads of it, or has talked.
@Component
class TalkPages {
    private final Talks talks;
    private final TalkRules rules;
    private final Visits visits;
    private final Bookings bookings;
    private final Looks looks;

    TalkPages(Talks talks, TalkRules rules, Visits visits, Bookings bookings, Looks looks) {
        this.talks = talks;
        this.rules = rules;
        this.visits = visits;
        this.bookings = bookings;
        this.looks = looks;
    }

    /// Empty where the programme talks to nobody.
    Optional<TalkPage> of(Pack pack, Optional<Application> application, Locale language) {
        return application
                .flatMap(rules::of)
                .or(() -> pack.visits().all().stream()
                        .filter(each -> each.talk().isPresent())
                        .findFirst())
                .map(visit -> page(pack, visit, application, pack.messages().in(language.toLanguageTag())));
    }

    private TalkPage page(Pack pack, VisitKind visit, Optional<Application> application, Texts texts) {
        var talk = visit.talk().orElseThrow();
        return new TalkPage(
                texts.text(visit.titleKey()),
                visit.minutes().single(),
                talk.examiners(),
                pack.eligibility().grounds().stream()
                        .filter(ground -> talk.grounds().contains(ground.id()))
                        .map(ground -> texts.text(ground.titleKey()))
                        .toList(),
                talk.syllabus().stream()
                        .map(each -> texts.text(visit.syllabusKey(each)))
                        .toList(),
                rows(visit, texts, null),
                talk.sheet().pass(),
                talk.sheet().most(),
                talk.sheet().apart(),
                pack.evidence().papers().stream()
                        .filter(paper -> talk.certificates().contains(paper.id()))
                        .map(paper -> texts.text(paper.titleKey()))
                        .toList(),
                days(talk.retake().after()),
                talk.retake().atLeast(),
                talk.recording(),
                application.map(each -> standing(each, visit)).orElse(Standing.LATER),
                application.flatMap(each -> rules.againFrom(each, visit)).orElse(null),
                application.stream()
                        .flatMap(each -> talks.of(each).stream())
                        .map(each -> held(each, visit, texts))
                        .toList());
    }

    private Standing standing(Application application, VisitKind visit) {
        if (bookings.openOf(application.id())
                .filter(booking -> booking.kind() == org.kith.server.centre.VisitKind.TALK)
                .isPresent()) return Standing.BOOKED;
        if (visits.kinds(application).contains(org.kith.server.centre.VisitKind.TALK)
                && bookings.openOf(application.id()).isEmpty()) return Standing.CAN_BOOK;
        if (!talks.of(application).isEmpty()) return Standing.TALKED;
        return rules.hasCertificate(application, visit) ? Standing.NOT_NEEDED : Standing.LATER;
    }

    /// The marks show once all are in, and the examiners said the same.
    private Held held(HeldTalk talk, VisitKind visit, Texts texts) {
        return new Held(
                talk.day(),
                talk.state(),
                !talk.state().isClosed()
                        ? List.of()
                        : talk.sheets().stream()
                                .map(sheet -> new SheetView(
                                        looks.number(sheet.examiner().value()).toString(),
                                        rows(visit, texts, sheet.marks().points()),
                                        sheet.marks().total(),
                                        sheet.marks().words(),
                                        sheet.marks().recordingAgreed()))
                                .toList());
    }

    private static List<Row> rows(VisitKind visit, Texts texts, @Nullable Map<String, Integer> points) {
        return visit.talk().orElseThrow().sheet().criteria().stream()
                .map(each -> new Row(
                        texts.text(visit.criterionKey(each.id())),
                        points == null ? null : points.getOrDefault(each.id(), 0),
                        each.points()))
                .toList();
    }

    private static long days(Period period) {
        var start = LocalDate.of(2001, 1, 1);
        return ChronoUnit.DAYS.between(start, start.plus(period));
    }
}
