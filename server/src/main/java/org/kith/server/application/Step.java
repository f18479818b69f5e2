package org.kith.server.application;

/// What may happen to an application.
public enum Step {
    SUBMIT,
    BOOK,
    CANCEL_BOOKING,
    MISS,
    CONFIRM_IDENTITY,
    NOT_CONFIRM,
    TAKE_UP,
    ASK_MORE,
    GIVE_MORE,
    ANNOUNCE_REFUSAL,
    ANSWER_NOTICE,
    PROPOSE_APPROVAL,
    SEND_BACK,
    APPROVE,
    /// The time to answer is over; the case goes back to its caseworker as it is.
    GO_ON,
    WITHDRAW,
    LAPSE
}
