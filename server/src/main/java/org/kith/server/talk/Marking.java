package org.kith.server.talk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kith.pack.visit.MarkingSheet;
import org.kith.pack.visit.VisitKind;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingId;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centres;
import org.kith.server.centre.VisitGuard;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.staff.OfficerId;
import org.kith.server.talk.MarkingResult.AnotherCentre;
import org.kith.server.talk.MarkingResult.MarkedAlready;
import org.kith.server.talk.MarkingResult.NotFilledIn;
import org.kith.server.talk.MarkingResult.NotNow;
import org.kith.server.talk.MarkingResult.Noted;
import org.kith.server.talk.MarkingResult.OthersMark;
import org.kith.server.talk.MarkingResult.TooEarly;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Marks a talk. **Nobody marks alone, and nobody sees another's marks before their own are in.** Where the sheets lie
/// too far apart, their writers read each other's and say again, each apart; and where they still differ, the doubt is
/// not held against the person: the talk counts for nothing and is held anew before others.
@Service
public class Marking {
    private final TalkRoom room;
    private final TalkRules rules;
    private final Talks talks;
    private final Applications applications;
    private final Bookings bookings;
    private final Centres centres;
    private final Attendance attendance;
    private final VisitGuard guard;
    private final IdentityChecks identity;
    private final Journal journal;
    private final Clock clock;

    Marking(
            TalkRoom room,
            TalkRules rules,
            Talks talks,
            Applications applications,
            Bookings bookings,
            Centres centres,
            Attendance attendance,
            VisitGuard guard,
            IdentityChecks identity,
            Journal journal,
            Clock clock) {
        this.room = room;
        this.rules = rules;
        this.talks = talks;
        this.applications = applications;
        this.bookings = bookings;
        this.centres = centres;
        this.attendance = attendance;
        this.guard = guard;
        this.identity = identity;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public MarkingResult mark(BookingId id, Marks marks, Actor.Officer registrar) {
        var application = lock(id);
        var booking = bookings.find(id).orElseThrow();
        var examiner = new OfficerId(registrar.id());
        if (guard.refuses(booking, application, registrar)) return new AnotherCentre();
        var held = talks.at(id, application);
        if (held.flatMap(talk -> talk.sheetOf(examiner)).isPresent()) return new MarkedAlready();
        if (!TalkRoom.isUnderWay(booking, application)) return new NotNow();
        if (othersMark(application, examiner)) return new OthersMark();
        var visit = room.visit(application, held);
        var day = day(booking);
        if (rules.isTooEarly(application, visit, day)) {
            return new TooEarly(rules.againFrom(application, visit).orElseThrow());
        }
        if (!sheet(visit).isFilledIn(marks.points())) return new NotFilledIn();
        if (marks.words().length() > Marks.MOST_CHARACTERS) return new NotFilledIn();

        var talk = held.map(HeldTalk::id).orElseGet(() -> talks.open(application.id(), booking.id(), visit.id(), day));
        talks.add(talk, application, examiner, marks, clock.instant().truncatedTo(ChronoUnit.MICROS));
        record(Deed.TALK_MARKED, registrar, application, booking);
        return new Noted(compare(booking, application, visit, registrar));
    }

    /// An examiner's word after reading the others' sheets.
    @Transactional
    public MarkingResult say(BookingId id, boolean passed, Actor.Officer registrar) {
        var application = lock(id);
        var booking = bookings.find(id).orElseThrow();
        var examiner = new OfficerId(registrar.id());
        if (guard.refuses(booking, application, registrar)) return new AnotherCentre();
        var held = talks.at(id, application).filter(talk -> talk.state() == TalkState.DIFFERING);
        var own = held.flatMap(talk -> talk.sheetOf(examiner));
        if (own.isEmpty() || !TalkRules.canBeHeld(application)) return new NotNow();
        if (own.get().saysPass() != null) return new MarkedAlready();

        talks.say(held.get().id(), examiner, passed);
        record(Deed.TALK_WORD_GIVEN, registrar, application, booking);
        return new Noted(agree(booking, application, registrar));
    }

    private TalkState compare(Booking booking, Application application, VisitKind visit, Actor.Officer registrar) {
        var talk = talks.at(booking.id(), application).orElseThrow();
        var sums = talk.sheets().stream().map(sheet -> sheet.marks().total()).toList();
        if (sums.size() < TalkRules.talk(visit).examiners()) return TalkState.OPEN;

        attendance.finish(booking.id());
        var state = verdict(sums, sheet(visit));
        return close(talk, state, booking, application, registrar);
    }

    private TalkState agree(Booking booking, Application application, Actor.Officer registrar) {
        var talk = talks.at(booking.id(), application).orElseThrow();
        var words = talk.sheets().stream().map(Sheet::saysPass).toList();
        if (words.contains(null)) return TalkState.DIFFERING;

        var one = words.stream().distinct().count() == 1;
        var passed = Boolean.TRUE.equals(words.getFirst());
        var state = !one ? TalkState.ANEW : passed ? TalkState.PASSED : TalkState.NOT_PASSED;
        return close(talk, state, booking, application, registrar);
    }

    static TalkState verdict(List<Integer> sums, MarkingSheet sheet) {
        int highest = sums.stream().max(Integer::compare).orElseThrow();
        int lowest = sums.stream().min(Integer::compare).orElseThrow();
        if (highest - lowest > sheet.apart()) return TalkState.DIFFERING;
        if (lowest >= sheet.pass()) return TalkState.PASSED;
        return highest < sheet.pass() ? TalkState.NOT_PASSED : TalkState.DIFFERING;
    }

    private TalkState close(
            HeldTalk talk, TalkState state, Booking booking, Application application, Actor.Officer registrar) {
        talks.become(talk.id(), state, clock.instant());
        deed(state).ifPresent(deed -> record(deed, registrar, application, booking));
        return state;
    }

    private static Optional<Deed> deed(TalkState state) {
        return switch (state) {
            case OPEN -> Optional.empty();
            case DIFFERING -> Optional.of(Deed.TALK_DIFFERED);
            case PASSED -> Optional.of(Deed.TALK_PASSED);
            case NOT_PASSED -> Optional.of(Deed.TALK_NOT_PASSED);
            case ANEW -> Optional.of(Deed.TALK_ANEW);
        };
    }

    /// Who confirmed the identity met the person before; who could not agree is not asked again.
    private boolean othersMark(Application application, OfficerId examiner) {
        if (identity.confirmedBy(application).filter(examiner.value()::equals).isPresent()) return true;

        return talks.of(application).stream()
                .filter(talk -> talk.state() == TalkState.ANEW)
                .anyMatch(talk -> talk.sheetOf(examiner).isPresent());
    }

    /// The application first: of two that close one talk at once, the later sees what the earlier wrote.
    private Application lock(BookingId id) {
        return applications.lock(bookings.find(id).orElseThrow().application());
    }

    private LocalDate day(Booking booking) {
        var zone = centres.find(booking.centre()).orElseThrow().hours().zone();
        return LocalDate.ofInstant(booking.startsAt(), zone);
    }

    private static MarkingSheet sheet(VisitKind visit) {
        return TalkRules.talk(visit).sheet();
    }

    private void record(Deed deed, Actor.Officer registrar, Application application, Booking booking) {
        journal.record(
                deed,
                registrar,
                application.person(),
                TalkRoom.subject(booking),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.CENTRE, booking.centre().value()));
    }
}
