package org.kith.server.decision;

import java.util.Set;
import org.kith.pack.Pack;
import org.kith.server.application.Application;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// A finding rests on grounds, and asks for papers, that the programme knew when the application was filed.
@Component
class NotOfTheProgramme implements Obstacle {
    private final Programme programme;

    NotOfTheProgramme(Programme programme) {
        this.programme = programme;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        var pack = programme.version(application.pack());
        return switch (finding) {
            case Finding.Approval approval -> ofGround(approval.ground(), pack);
            case Finding.IntendedRefusal refusal -> ofGround(refusal.ground(), pack);
            case Finding.Refusal refusal -> ofGround(refusal.ground(), pack);
            case Finding.MoreNeeded more ->
                isOfTheCatalogue(more, pack) ? Set.of() : Set.of(Requirement.PAPERS_OF_THE_CATALOGUE);
        };
    }

    private static Set<Requirement> ofGround(String ground, Pack pack) {
        return pack.eligibility().ground(ground).isPresent() ? Set.of() : Set.of(Requirement.GROUND_OF_THE_PROGRAMME);
    }

    private static boolean isOfTheCatalogue(Finding.MoreNeeded more, Pack pack) {
        return more.papers().stream()
                        .allMatch(code -> pack.evidence().find(code).isPresent())
                && more.questions().stream()
                        .allMatch(code -> pack.questions().find(code).isPresent());
    }
}
