package org.kith.server.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why something more is needed, in words that every person reads in their own language.
public enum WhyMore {
    MISSING,
    UNREADABLE,
    CUT_OFF,
    OTHER_PERSON,
    DIFFERS,
    OUT_OF_DATE,
    UNCLEAR,

    // is this person here already?
    /// Nothing is said of anybody else, not even that there is somebody.
    TELL_APART,
    /// The same person seems to have sent two.
    WHICH_ONE;

    public static Optional<WhyMore> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The key of the sentence.
    public String key() {
        return "follow.why." + code();
    }
}
