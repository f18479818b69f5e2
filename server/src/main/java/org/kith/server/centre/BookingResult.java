package org.kith.server.centre;

import org.kith.server.application.Stage;

/// What came of asking for a time.
public sealed interface BookingResult {
    record Booked(Booking booking) implements BookingResult {}

    /// Every place at that time went to somebody else in the meantime. What the person had stays as it was.
    record SlotTaken() implements BookingResult {}

    /// No visit begins then, or it is too near or too far.
    record NotOffered() implements BookingResult {}

    /// A visit is booked already, perhaps by a second press of the same button.
    record AlreadyBooked(Booking booking) implements BookingResult {}

    /// Only an application that was sent, and is not past the visit, can be booked for.
    record NotBookable(Stage stage) implements BookingResult {}

    /// More people want to be seen there than there are times: they are given out by the day of filing.
    record Queueing() implements BookingResult {}
}
