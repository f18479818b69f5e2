package org.kith.server.centre;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.pack.visit.VisitKind.During;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Stage;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Says what an applicant can book a visit for.
@Component
public class Visits {
    private final List<HearingWanted> hearings;
    private final List<TalkWanted> talks;
    private final VisitWishes wishes;
    private final Programme programme;

    Visits(List<HearingWanted> hearings, List<TalkWanted> talks, VisitWishes wishes, Programme programme) {
        this.hearings = List.copyOf(hearings);
        this.talks = List.copyOf(talks);
        this.wishes = wishes;
        this.programme = programme;
    }

    /// What they chose of [#kinds], else the first of them; empty where nobody waits for them.
    public Optional<VisitKind> kind(Application application) {
        var kinds = kinds(application);
        if (kinds.size() < 2) return kinds.stream().findFirst();
        return wishes.of(application.id())
                .filter(kinds::contains)
                .or(() -> kinds.stream().findFirst());
    }

    /// All that they can come for now. To be identified stands alone: nothing else begins before it.
    public List<VisitKind> kinds(Application application) {
        return switch (application.stage()) {
            case SUBMITTED, BOOKED -> List.of(VisitKind.IDENTITY);
            case IDENTITY_CONFIRMED, UNDER_REVIEW, MORE_ASKED, REFUSAL_ANNOUNCED -> waiting(application);
            case APPEALED -> hearing(application);
            case APPROVED -> {
                var kinds = hearing(application);
                if (hasPlain(application, During.WITH_CARD)) kinds.add(VisitKind.PLAIN);
                yield kinds;
            }
            default -> List.of();
        };
    }

    /// They choose one of several.
    public void choose(ApplicationId application, VisitKind kind) {
        wishes.put(application, kind);
    }

    private List<VisitKind> waiting(Application application) {
        var kinds = new ArrayList<VisitKind>();
        var needed = talks.stream().anyMatch(talk -> talk.isNeededFor(application));
        if (talks.stream().anyMatch(talk -> talk.isWantedFor(application))) kinds.add(VisitKind.TALK);
        if (hasPlain(application, During.WAITING)) kinds.add(needed ? kinds.size() : 0, VisitKind.PLAIN);
        return kinds;
    }

    private List<VisitKind> hearing(Application application) {
        var kinds = new ArrayList<VisitKind>();
        if (hearings.stream().anyMatch(hearing -> hearing.isWantedFor(application))) kinds.add(VisitKind.HEARING);
        return kinds;
    }

    private boolean hasPlain(Application application, During during) {
        return programme.version(application.pack()).visits().plain(during).isPresent();
    }

    /// Whether a first visit can be booked; a second one only in place of the first.
    boolean isBookable(Application application) {
        return application.stage() != Stage.BOOKED && kind(application).isPresent();
    }
}
