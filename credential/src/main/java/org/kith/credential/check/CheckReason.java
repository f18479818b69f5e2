package org.kith.credential.check;

/// Why a check was answered as it was. Each belongs to one answer.
public enum CheckReason {
    /// Signed, in time, and a fresh list says it stands.
    STANDS(CheckAnswer.VALID),
    SUSPENDED(CheckAnswer.SUSPENDED),
    /// Also when the list that says so has itself run out: a revocation is for good.
    REVOKED(CheckAnswer.REVOKED),
    /// The code has run out, whatever a list might say.
    ENDED(CheckAnswer.EXPIRED),
    /// It names a key that is trusted, and that key did not sign it.
    SIGNATURE_FAILS(CheckAnswer.NOT_GENUINE),
    /// No text of a card's code.
    UNREADABLE(CheckAnswer.UNKNOWN),
    /// No trust file of the issuer it names.
    ISSUER_NOT_TRUSTED(CheckAnswer.UNKNOWN),
    /// The issuer is trusted, the key it names is not: made up, or newer than the trust file.
    KEY_NOT_TRUSTED(CheckAnswer.UNKNOWN),
    /// Signed at a time when the key was not to be used.
    KEY_OUT_OF_TIME(CheckAnswer.UNKNOWN),
    /// It begins later than now.
    NOT_YET_VALID(CheckAnswer.UNKNOWN),
    /// It points to a status list that its issuer does not publish.
    LIST_ELSEWHERE(CheckAnswer.UNKNOWN),
    /// No status list at hand.
    NO_LIST(CheckAnswer.UNKNOWN),
    /// The list at hand is damaged, cut short, of another address or not signed by the issuer.
    LIST_REFUSED(CheckAnswer.UNKNOWN),
    /// The list at hand has run out.
    LIST_EXPIRED(CheckAnswer.UNKNOWN),
    /// The list at hand was issued later than now: one of the clocks is wrong.
    LIST_FROM_FUTURE(CheckAnswer.UNKNOWN),
    /// The list has no such position, or a value there that has no meaning.
    STATUS_UNKNOWN(CheckAnswer.UNKNOWN);

    private final CheckAnswer answer;

    CheckReason(CheckAnswer answer) {
        this.answer = answer;
    }

    public CheckAnswer answer() {
        return answer;
    }
}
