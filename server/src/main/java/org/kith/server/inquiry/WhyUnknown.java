package org.kith.server.inquiry;

/// Why another office's answer is not known. None of it is held against the person.
public enum WhyUnknown {
    /// The operator lets nobody ask there.
    NOT_ALLOWED,
    NO_ANSWER,
    /// A status other than 200, a redirect among them.
    REFUSED,
    TOO_LARGE,
    UNREADABLE,
    NOT_GENUINE,
    ANOTHER_CASE
}
