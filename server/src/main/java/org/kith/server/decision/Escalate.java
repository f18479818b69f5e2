package org.kith.server.decision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.CaseTimes.Time;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.programme.Programme;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts a case before supervisors while the time meant for it is not yet over, and tells its person, once, when it is.
/// **The time is the one of the rules that they filed under**, whatever was promised to others since.
@Component
class Escalate {
    private static final int AT_ONCE = 50;

    private final CaseTimes times;
    private final Applications applications;
    private final Programme programme;
    private final CaseworkRules rules;
    private final Notices notices;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalate(
            CaseTimes times,
            Applications applications,
            Programme programme,
            CaseworkRules rules,
            Notices notices,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.times = times;
        this.applications = applications;
        this.programme = programme;
        this.rules = rules;
        this.notices = notices;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 4, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void round() {
        var due = times.dueAt(clock.instant(), AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(id -> transaction.executeWithoutResult(_ -> look(id)));
            due = due.size() < AT_ONCE ? due.subList(0, 0) : times.dueAt(clock.instant(), AT_ONCE);
        }
    }

    private void look(ApplicationId id) {
        var application = applications.lockIfThere(id);
        // Another server may have looked between finding and holding it.
        var found = times.of(id).filter(time -> isDue(time.nextAt()));
        if (application.isEmpty() || found.isEmpty()) return;

        var time = found.get();
        var aim = aim(application.get());
        var near = aim.minusDays(rules.escalateDays());
        if (today().isBefore(near)) times.put(id, new Time(midnight(near), null, null));
        else if (time.escalated() == null) escalate(application.get(), aim);
        else if (!today().isAfter(aim)) times.put(id, new Time(midnight(aim.plusDays(1)), time.escalated(), null));
        else if (isForOffice(application.get().stage())) tell(application.get(), aim, time);
        // While it is for its person to answer, nobody keeps them waiting; the next step brings it back here.
        else times.put(id, new Time(null, time.escalated(), null));
    }

    private void escalate(Application application, LocalDate aim) {
        var next = midnight(aim.plusDays(1));
        times.put(application.id(), new Time(next, clock.instant(), null));
        journal.record(
                Deed.CASE_ESCALATED,
                Actor.house(),
                application.person(),
                application.id().asCase(),
                Details.of(Detail.ENDS_ON, aim));
    }

    private void tell(Application application, LocalDate aim, Time time) {
        times.put(application.id(), new Time(null, time.escalated(), clock.instant()));
        notices.tell(application.person(), NoticeKind.DECISION_LATE, aim, cause(application.id()));
    }

    private LocalDate aim(Application application) {
        var filed = LocalDate.ofInstant(Objects.requireNonNull(application.filedAt()), ZoneOffset.UTC);
        return filed.plus(
                programme.version(application.pack()).programme().limits().decisionAim());
    }

    private static boolean isForOffice(Stage stage) {
        return switch (stage) {
            case IDENTITY_CONFIRMED, UNDER_REVIEW, APPROVAL_PROPOSED, REFUSAL_PROPOSED -> true;
            default -> false;
        };
    }

    private boolean isDue(@Nullable Instant next) {
        return next != null && !next.isAfter(clock.instant());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static UUID cause(ApplicationId id) {
        return UUID.nameUUIDFromBytes((id.value() + " late").getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
