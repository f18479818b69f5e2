package org.kith.server.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.pack.text.Texts;
import org.kith.pack.visit.Talk;
import org.kith.pack.visit.VisitKind;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Wall;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.talk.HeldTalk;
import org.kith.server.talk.Sheet;
import org.kith.server.talk.TalkRoom.Opening.Opened;
import org.kith.server.talk.TalkRules;
import org.kith.server.talk.TalkState;
import org.springframework.stereotype.Component;

/// Words a talk for its examiners, and for whoever decides.
@Component
class TalkMarkPages {
    private final Centres centres;
    private final Programme programme;
    private final TalkRules rules;
    private final CaseViews views;

    TalkMarkPages(Centres centres, Programme programme, TalkRules rules, CaseViews views) {
        this.centres = centres;
        this.programme = programme;
        this.rules = rules;
        this.views = views;
    }

    TalkMarkPage of(Opened opened, Officer officer, TalkForm form, Map<String, String> errors) {
        var booking = opened.booking();
        var visit = opened.visit();
        var talk = visit.talk().orElseThrow();
        var texts = programme.version(opened.application().pack()).messages().english();
        var centre = centres.find(booking.centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), Locale.ENGLISH);
        var held = opened.held();
        var state = held.map(HeldTalk::state).orElse(TalkState.OPEN);
        var own = held.flatMap(each -> each.sheetOf(officer.id()));
        return new TalkMarkPage(
                booking.id().toString(),
                wall.day(wall.date(booking.startsAt())) + ", " + wall.time(booking.startsAt()),
                opened.application().filedReference().orElseThrow().printed(),
                texts.text(visit.titleKey()),
                talk.examiners(),
                held.map(each -> each.sheets().size()).orElse(0),
                state,
                talk.syllabus().stream()
                        .map(each -> texts.text(visit.syllabusKey(each)))
                        .toList(),
                talk.sheet().criteria().stream()
                        .map(each -> new TalkMarkPage.Row(
                                each.id(),
                                texts.text(visit.criterionKey(each.id())),
                                each.points(),
                                form.typed(each.id())))
                        .toList(),
                talk.sheet().pass(),
                talk.sheet().most(),
                own.map(sheet -> sheet(sheet, visit, texts)).orElse(null),
                state == TalkState.OPEN ? List.of() : sheets(held.orElseThrow(), visit, texts),
                state == TalkState.DIFFERING
                        && own.filter(sheet -> sheet.saysPass() == null).isPresent(),
                rules.againFrom(opened.application(), visit).orElse(null),
                talk.recording() == Talk.Recording.WITH_CONSENT,
                form.words(),
                form.recording(),
                errors);
    }

    List<TalkSheetView> sheets(HeldTalk talk, VisitKind visit, Texts texts) {
        return talk.sheets().stream().map(sheet -> sheet(sheet, visit, texts)).toList();
    }

    private TalkSheetView sheet(Sheet sheet, VisitKind visit, Texts texts) {
        var marks = sheet.marks();
        return new TalkSheetView(
                views.name(sheet.examiner()),
                visit.talk().orElseThrow().sheet().criteria().stream()
                        .map(each -> new TalkSheetView.Row(
                                texts.text(visit.criterionKey(each.id())),
                                marks.points().getOrDefault(each.id(), 0),
                                each.points()))
                        .toList(),
                marks.total(),
                marks.words(),
                marks.recordingAgreed(),
                sheet.saysPass());
    }
}
