package org.kith.server.identity;

/// Why something that the programme has officers look at could not be checked. None is a ground to send anybody away.
public enum Hindrance {
    /// The passport has none, or nothing was brought because nothing was sent.
    NOTHING_THERE,
    /// The counter has no device for it.
    NO_DEVICE,
    /// It is there, and cannot be read or compared.
    DAMAGED,
    /// The person cannot, for a reason of health or body.
    PERSON_CANNOT;

    /// Whether another way and a second officer have to stand in: what should speak for the person does not.
    boolean wantsSecondWay() {
        return this == DAMAGED || this == PERSON_CANNOT;
    }
}
