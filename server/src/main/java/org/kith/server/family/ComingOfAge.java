package org.kith.server.family;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.family.Children.Child;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.vault.PersonId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells guardians 60 and 7 days before that a child comes of age, and ends what is theirs on the day. The doors do not
/// wait for it: they ask the clock themselves ([Guardianship]).
@Component
public class ComingOfAge {
    private static final int FIRST_WARNING = 60;
    private static final int LAST_WARNING = 7;

    private final Children children;
    private final OfAge ofAge;
    private final Notices notices;
    private final Journal journal;

    ComingOfAge(Children children, OfAge ofAge, Notices notices, Journal journal) {
        this.children = children;
        this.ofAge = ofAge;
        this.notices = notices;
        this.journal = journal;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void round() {
        var until = ofAge.today().plusDays(FIRST_WARNING).getYear();
        for (var child : children.comingOfAge(until)) children.find(child).ifPresent(this::look);
    }

    private void look(Child child) {
        var today = ofAge.today();
        var day = ofAge.day(child.born());
        if (!today.isBefore(day)) {
            children.cameOfAge(child.person());
            tell(child.person(), NoticeKind.CAME_OF_AGE, day, 2);
            journal.record(Deed.CAME_OF_AGE, Actor.house(), child.person(), FamilyCase.accountOf(child.person()));
            return;
        }
        var due = today.isBefore(day.minusDays(LAST_WARNING)) ? 1 : 2;
        if (today.isBefore(day.minusDays(FIRST_WARNING)) || child.warned() >= due) return;

        tell(child.person(), NoticeKind.COMES_OF_AGE, day, due);
        children.warned(child.person(), due);
    }

    private void tell(PersonId child, NoticeKind kind, LocalDate day, int time) {
        for (var guardian : children.guardians(child)) {
            if (!guardian.acts()) continue;
            var cause = UUID.nameUUIDFromBytes(
                    (child.value() + " " + kind + " " + time).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            notices.tell(guardian.person(), kind, day, cause);
        }
    }
}
