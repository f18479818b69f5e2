package org.kith.server.decision;

import org.kith.server.audit.Deed;
import org.kith.server.centre.Attendance;
import org.kith.server.decision.OnAppealResult.NotNow;
import org.kith.server.decision.OnAppealResult.Noted;
import org.kith.server.decision.OnAppealResult.TookPart;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts down that a person was heard face to face, and what they said. The person may read it.
@Service
public class HearingNotes {
    private final Appeals appeals;
    private final Decisions decisions;
    private final HearingTimes times;
    private final Impartiality impartiality;
    private final Attendance attendance;
    private final DecisionJournal journal;

    HearingNotes(
            Appeals appeals,
            Decisions decisions,
            HearingTimes times,
            Impartiality impartiality,
            Attendance attendance,
            DecisionJournal journal) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.times = times;
        this.impartiality = impartiality;
        this.attendance = attendance;
        this.journal = journal;
    }

    @Transactional
    public OnAppealResult note(AppealId id, String minutes, Officer officer) {
        var open = appeals.lock(id).filter(Appeal::isOpen);
        if (open.isEmpty() || open.get().hearing() != Appeal.Hearing.WANTED) return new NotNow();
        var appeal = open.get();
        var appealed = decisions.find(appeal.decision()).orElseThrow();
        if (!impartiality.mayHear(appeal, appealed, officer.id())) return new TookPart();

        appeals.heard(appeal, officer.id(), minutes);
        times.booked(appeal).ifPresent(booking -> attendance.finish(booking.id()));
        journal.record(Deed.APPEAL_HEARD, officer.as(Role.APPEALS), appealed);
        return new Noted();
    }
}
