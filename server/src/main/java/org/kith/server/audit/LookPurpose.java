package org.kith.server.audit;

/// Why an officer opened a person's data. No look is written down without one.
public enum LookPurpose {
    VISIT,
    IDENTITY_CHECK,
    DECISION,
    SECOND_SIGNATURE,
    CARD_CARE,
    DUPLICATE_CHECK,
    APPEAL,
    PERSONS_OWN_REQUEST,
    AUDIT
}
