package org.kith.pack.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.visit.VisitKind.During;
import org.kith.pack.visit.VisitKind.Kind;
import org.kith.pack.visit.VisitKind.Minutes;

/// All that people come to a centre for.
public record VisitKinds(List<VisitKind> all) {
    /// Of a pack that says nothing of visits. Its texts are words of the software.
    public static final VisitKinds USUAL = new VisitKinds(List.of(new VisitKind(
            "identity",
            Kind.IDENTITY,
            new Minutes(20, 10, 10),
            List.of(),
            List.of("passport-held", "chip-read", "lines-compared", "photo", "papers-seen"),
            Set.of(),
            Optional.empty())));

    public VisitKinds {
        all = List.copyOf(all);
    }

    public VisitKind identity() {
        return all.stream()
                .filter(each -> each.kind() == Kind.IDENTITY)
                .findFirst()
                .orElseThrow();
    }

    public Optional<VisitKind> find(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The talk that a ground needs.
    public Optional<VisitKind> talkOn(String ground) {
        return all.stream()
                .filter(each -> each.talk()
                        .filter(talk -> talk.grounds().contains(ground))
                        .isPresent())
                .findFirst();
    }

    public Optional<VisitKind> plain(During during) {
        return all.stream().filter(each -> each.during().contains(during)).findFirst();
    }
}
