package org.kith.pack.programme;

/// Deeds that a pack may place in the hands of two people.
public enum TwoPersonDeed {
    APPROVE,
    APPROVE_WITHOUT_CHIP,
    REFUSE,
    SUSPEND,
    RESTORE,
    REVOKE,
    /// To stop a case, or to lift the stop.
    STOP,
    /// On appeal: what was decided stands.
    UPHOLD,
    /// On appeal: it is undone.
    OVERTURN
}
