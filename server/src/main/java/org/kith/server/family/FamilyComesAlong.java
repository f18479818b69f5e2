package org.kith.server.family;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.centre.ComesAlong;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Component;

/// Says who of a family waits for a visit too.
@Component
class FamilyComesAlong implements ComesAlong {
    /// Younger children do not hold still.
    private static final Period INFANCY = Period.ofYears(3);

    private final Families families;
    private final Children children;
    private final Applications applications;
    private final Clock clock;

    FamilyComesAlong(Families families, Children children, Applications applications, Clock clock) {
        this.families = families;
        this.children = children;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public List<Companion> with(Application application) {
        return others(application, Set.of(Stage.SUBMITTED));
    }

    @Override
    public List<Companion> family(Application application) {
        return others(application, EnumSet.allOf(Stage.class));
    }

    private List<Companion> others(Application application, Set<Stage> stages) {
        return families.of(application.person()).stream()
                .flatMap(family -> families.members(family.id()).stream())
                .filter(member -> !member.person().equals(application.person()))
                .flatMap(member -> companion(member, stages))
                .toList();
    }

    @Override
    public boolean isInfant(Application application) {
        return isInfant(application.person());
    }

    private Stream<Companion> companion(Member member, Set<Stage> stages) {
        return applications.openOf(member.person()).stream()
                .filter(each -> stages.contains(each.stage()))
                .map(each -> new Companion(each.id(), member.called(), isInfant(member.person())));
    }

    private boolean isInfant(PersonId person) {
        var youngest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(INFANCY);
        return children.find(person)
                .filter(child -> child.born().isAfter(youngest))
                .isPresent();
    }
}
