package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.inquiry.Inquiries;
import org.springframework.stereotype.Component;

/// Something that the programme wants looked into is not done, or not known and nobody has said what to make of it.
/// More may be asked for all the same.
@Component
class ChecksOpen implements Obstacle {
    private final Inquiries inquiries;

    ChecksOpen(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        if (finding instanceof Finding.MoreNeeded) return Set.of();

        var open = inquiries.of(application).stream()
                .anyMatch(inquiry -> inquiry.check().required() && !inquiry.isDone());
        return open ? Set.of(Requirement.CHECKS_DONE) : Set.of();
    }
}
