package org.kith.server.identity;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.ApplicationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets go of the portrait from a passport's chip, in the very step that decides, or that ends the visit without an
/// identity. **It is never kept longer.**
@Component
class LetPortraitGo {
    private final Chips chips;

    LetPortraitGo(Chips chips) {
        this.chips = chips;
    }

    @EventListener
    void on(ApplicationMoved moved) {
        switch (moved.stage()) {
            case DRAFT,
                    BOOKED,
                    IDENTITY_CONFIRMED,
                    UNDER_REVIEW,
                    MORE_ASKED,
                    REFUSAL_ANNOUNCED,
                    REFUSAL_PROPOSED,
                    APPROVAL_PROPOSED -> {}
            case SUBMITTED, APPROVED, WITHDRAWN, LAPSED, REFUSED, APPEALED, APPEAL_PROPOSED, REFUSAL_FINAL ->
                chips.removePortraits(new ApplicationId(moved.applicationId()));
        }
    }
}
