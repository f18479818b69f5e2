package org.kith.server.wallet.web;

import java.util.UUID;
import org.kith.server.wallet.Consent.CardState;
import org.kith.server.wallet.Consent.Question;

/// What a wallet wants.
public record ConsentPage(UUID id, Question question) {
    public boolean hasCard() {
        return question.state() != CardState.NONE;
    }

    public boolean waits() {
        return question.state() == CardState.PREPARED;
    }
}
