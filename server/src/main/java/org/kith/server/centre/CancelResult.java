package org.kith.server.centre;

/// What came of giving a visit up.
public sealed interface CancelResult {
    record Cancelled(Booking booking) implements CancelResult {}

    /// Nothing is booked, perhaps after a second press of the same button.
    record NothingBooked() implements CancelResult {}

    /// Under two hours before, the centre counts on the visit; not coming has no consequence.
    record TooLate(Booking booking) implements CancelResult {}
}
