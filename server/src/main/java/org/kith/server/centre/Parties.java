package org.kith.server.centre;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.centre.ComesAlong.Companion;
import org.springframework.stereotype.Component;

/// Who comes to a visit together, and how long that takes.
@Component
public class Parties {
    private final List<ComesAlong> families;
    private final Applications applications;
    private final VisitLengths lengths;

    Parties(List<ComesAlong> families, Applications applications, VisitLengths lengths) {
        this.families = List.copyOf(families);
        this.applications = applications;
        this.lengths = lengths;
    }

    /// Who may come along: those of the family who wait for a visit to be identified. Each is heard alone.
    public List<Companion> along(Application application, VisitKind kind) {
        if (kind != VisitKind.IDENTITY) return List.of();

        return families.stream()
                .flatMap(each -> each.with(application).stream())
                .toList();
    }

    /// All of the family who have an application under way, wherever it stands.
    public List<Companion> family(Application application) {
        return families.stream()
                .flatMap(each -> each.family(application).stream())
                .toList();
    }

    /// How long a visit of these takes.
    public Duration length(VisitKind kind, Collection<ApplicationId> people) {
        var infants = people.stream()
                .flatMap(id -> applications.find(id).stream())
                .filter(this::isInfant)
                .count();
        return lengths.of(kind, people.size(), (int) infants);
    }

    private boolean isInfant(Application application) {
        return families.stream().anyMatch(each -> each.isInfant(application));
    }
}
