package org.kith.server.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells auditors who tried to open what is not theirs to see, until one of them has looked into it.
@Service
public class Alarms {
    private static final int SHOWN = 200;

    private final RefusedTries refused;
    private final Journal journal;
    private final Clock clock;

    Alarms(RefusedTries refused, Journal journal, Clock clock) {
        this.refused = refused;
        this.journal = journal;
        this.clock = clock;
    }

    /// Those that nobody has looked into yet, the newest first.
    public List<Alarm> open() {
        return refused.open(SHOWN);
    }

    public int count() {
        return refused.countOpen();
    }

    /// An auditor has looked into it.
    ///
    /// @param tries as the auditor saw them
    /// @return whether it was still open, with no more tries than that
    @Transactional
    public boolean settle(UUID officer, LocalDate day, int tries, Alarm.Finding finding, Actor.Officer auditor) {
        if (!refused.settle(officer, day, tries, clock.instant())) return false;

        journal.record(
                Deed.ALARM_LOOKED_INTO,
                auditor,
                new Case(CaseKind.OFFICER, officer),
                Details.of(Detail.REASON, finding).and(Detail.COUNT, tries));
        return true;
    }
}
