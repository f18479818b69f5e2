package org.kith.server.wallet;

import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.card.Cards;
import org.kith.server.vault.PersonId;

/// Whether a card may come of itself: whoever's identity is proved and whose case is open can have their wallet wait
/// for it.
final class Preparation {
    private Preparation() {}

    static boolean isUnderWay(PersonId person, Cards cards, Applications applications) {
        return applications
                .openOf(person)
                .filter(application -> mayLeadToACard(application, cards))
                .isPresent();
    }

    private static boolean mayLeadToACard(Application application, Cards cards) {
        return switch (application.stage()) {
            case IDENTITY_CONFIRMED,
                    UNDER_REVIEW,
                    MORE_ASKED,
                    REFUSAL_ANNOUNCED,
                    APPROVAL_PROPOSED,
                    REFUSAL_PROPOSED,
                    REFUSED,
                    APPEALED,
                    APPEAL_PROPOSED -> true;
            // The card follows the decision by moments.
            case APPROVED -> cards.of(application.id()).isEmpty();
            case DRAFT, SUBMITTED, BOOKED, WITHDRAWN, LAPSED, REFUSAL_FINAL -> false;
        };
    }
}
