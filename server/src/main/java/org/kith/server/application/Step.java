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
    LAPSE,

    // refused, and what may follow
    WITHDRAW_NOTICE,
    PROPOSE_REFUSAL,
    REFUSE,
    APPEAL,
    PROPOSE_ON_APPEAL,
    UPHOLD,
    OVERTURN,
    /// Back to caseworkers who did not decide it.
    REMIT,
    /// The time to appeal is over.
    CLOSE
}
