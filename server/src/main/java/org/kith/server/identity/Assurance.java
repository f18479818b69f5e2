package org.kith.server.identity;

import org.jspecify.annotations.Nullable;

/// How surely a check says who somebody is, in the words of Commission Implementing Regulation (EU) 2015/1502.
public enum Assurance {
    /// Face and passport could not be compared, or another point could not be checked; another way and a second officer
    /// stood in.
    LOW,
    /// The passport was held and looked at, and its holder is the person in its photo.
    SUBSTANTIAL,
    /// And its chip was read: genuine, and not a copy.
    HIGH;

    static Assurance of(@Nullable SecondWay secondWay, boolean chipRead) {
        if (secondWay != null) return LOW;
        return chipRead ? HIGH : SUBSTANTIAL;
    }
}
