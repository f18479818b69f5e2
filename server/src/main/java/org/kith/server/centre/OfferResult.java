package org.kith.server.centre;

/// What came of answering an offer.
public sealed interface OfferResult {
    record Accepted() implements OfferResult {}

    record Declined() implements OfferResult {}

    /// Answered before, or held no longer.
    record Over() implements OfferResult {}

    /// There is none like it for this application.
    record NotTheirs() implements OfferResult {}
}
