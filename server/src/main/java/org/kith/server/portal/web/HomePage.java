package org.kith.server.portal.web;

import java.time.LocalDate;
import org.kith.server.application.Stage;

/// How far an application has come, and what the person can do now.
public record HomePage(String reference, LocalDate filed, Stage stage) {

    /// The key of the sentence that says what is going on.
    public String key() {
        return "home.stage." + stage.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// How many of the four parts of the way are behind the person: sent, seen, decided, card.
    public int behind() {
        return switch (stage) {
            case DRAFT, WITHDRAWN, LAPSED -> 0;
            case SUBMITTED, BOOKED -> 1;
            case IDENTITY_CONFIRMED, UNDER_REVIEW, MORE_ASKED, REFUSAL_ANNOUNCED, APPROVAL_PROPOSED -> 2;
            case APPROVED -> 4;
        };
    }
}
