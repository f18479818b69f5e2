package org.kith.credential.identity;

import org.kith.credential.check.CheckAnswer;

/// Why a record of a check is what it is.
public enum RecordReason {
    STANDS(CheckAnswer.VALID),
    /// The issuer named in it did not sign it.
    ISSUER_DID_NOT_SIGN(CheckAnswer.NOT_GENUINE),
    /// An officer's passkey did not sign this form at this site.
    OFFICER_DID_NOT_SIGN(CheckAnswer.NOT_GENUINE),
    /// The passkey was not the officer's when the check was made.
    PASSKEY_OUT_OF_TIME(CheckAnswer.NOT_GENUINE),
    /// Not a record, or one cut off.
    UNREADABLE(CheckAnswer.UNKNOWN),
    ISSUER_NOT_TRUSTED(CheckAnswer.UNKNOWN),
    KEY_NOT_TRUSTED(CheckAnswer.UNKNOWN),
    /// Written out when the issuer's key was not to be used.
    KEY_OUT_OF_TIME(CheckAnswer.UNKNOWN),
    /// Later than the clock here.
    NOT_YET(CheckAnswer.UNKNOWN);

    private final CheckAnswer answer;

    RecordReason(CheckAnswer answer) {
        this.answer = answer;
    }

    public CheckAnswer answer() {
        return answer;
    }
}
