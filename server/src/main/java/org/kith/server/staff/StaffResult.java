package org.kith.server.staff;

/// What came of a change to the staff.
public sealed interface StaffResult {
    record Done() implements StaffResult {}

    /// The officer enrols with this link, which is shown once and then known to nobody but its holder.
    record Linked(OfficerId officer, EnrolmentLink link) implements StaffResult {}

    /// Somebody else than who asked must agree, and nobody agrees to what concerns themselves.
    record SecondPersonNeeded() implements StaffResult {}

    /// There is a manager already, who invites everyone else.
    record ManagerExists() implements StaffResult {}

    /// Without another manager nobody could let anyone in again.
    record LastManager() implements StaffResult {}

    /// No such officer, or not in a state for this; somebody else may have been quicker.
    record NotNow() implements StaffResult {}
}
