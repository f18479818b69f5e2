package org.kith.server.centre;

/// What became of a booked visit.
public enum BookingState {
    BOOKED,
    ARRIVED,
    /// The officer finished the visit, whatever came of it.
    SEEN,
    MISSED,
    CANCELLED
}
