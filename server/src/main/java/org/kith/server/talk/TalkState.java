package org.kith.server.talk;

/// How far a talk has come.
public enum TalkState {
    /// Somebody has yet to hand in their sheet; until then nobody sees another's.
    OPEN,
    /// The sheets lie too far apart. The examiners read each other's, and say again.
    DIFFERING,
    PASSED,
    NOT_PASSED,
    /// They cannot agree. It counts for nothing, and is held anew before others.
    ANEW;

    public boolean isClosed() {
        return switch (this) {
            case OPEN, DIFFERING -> false;
            case PASSED, NOT_PASSED, ANEW -> true;
        };
    }
}
