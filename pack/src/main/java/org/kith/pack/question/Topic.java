package org.kith.pack.question;

import java.util.List;

/// What a question may be about. The list is closed: what is not here cannot be asked.
public enum Topic {
    NAME,
    BIRTH,
    RESIDENCE,
    IDENTITY_DOCUMENT,
    FAMILY,
    CITIZENSHIP,
    LANGUAGE,
    CULTURE,
    EDUCATION,
    WORK,
    GUARDIANSHIP,
    /// What a person needs in order to visit a centre: a ramp, an interpreter.
    VISIT;

    /// Named so that a pack that tries is told plainly.
    static final List<String> NEVER_ASKED =
            List.of("location", "voice", "contacts", "religion", "politics", "military-service", "military");
}
