package org.kith.server.application;

/// What came of taking an application back.
public sealed interface WithdrawalResult {
    record Withdrawn() implements WithdrawalResult {}

    /// It is decided, or it was never sent, or there is none.
    record NothingToWithdraw() implements WithdrawalResult {}
}
