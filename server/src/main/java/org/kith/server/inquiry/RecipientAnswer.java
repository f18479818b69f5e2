package org.kith.server.inquiry;

import org.kith.server.inquiry.Found.Words;

/// What came of asking another office.
sealed interface RecipientAnswer {
    record Answered(Outcome outcome, Words words) implements RecipientAnswer {}

    record NotKnown(WhyUnknown why) implements RecipientAnswer {}
}
