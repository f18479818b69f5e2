package org.kith.server.centre;

import java.time.Duration;
import org.kith.pack.visit.VisitKind.Kind;
import org.kith.pack.visit.VisitKind.Minutes;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// How long a visit takes, by what it is for and who comes: as the programme says.
@Component
public class VisitLengths {
    private final Programme programme;

    VisitLengths(Programme programme) {
        this.programme = programme;
    }

    /// A whole number of [Hours#UNIT].
    ///
    /// @param people  how many are seen, infants among them
    /// @param infants how many of them are infants
    public Duration of(VisitKind kind, int people, int infants) {
        return whole(
                switch (kind) {
                    case IDENTITY -> together(minutes(Kind.IDENTITY), people, infants);
                    case TALK -> single(minutes(Kind.TALK));
                    case PLAIN -> single(minutes(Kind.PLAIN));
                    // What the law of every state knows, and no programme describes.
                    case HEARING -> Hours.VISIT;
                });
    }

    /// Where a programme changed and no longer has the kind, its own for being identified.
    private Minutes minutes(Kind kind) {
        var visits = programme.current().visits();
        return visits.all().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseGet(visits::identity)
                .minutes();
    }

    private static Duration together(Minutes minutes, int people, int infants) {
        return single(minutes)
                .plusMinutes(minutes.eachFurther() * (people - 1L))
                .plusMinutes((long) minutes.infant() * infants);
    }

    private static Duration single(Minutes minutes) {
        return Duration.ofMinutes(minutes.single());
    }

    private static Duration whole(Duration length) {
        var units = Math.ceilDiv(length.toSeconds(), Hours.UNIT.toSeconds());
        return Hours.UNIT.multipliedBy(units);
    }
}
