package org.kith.server.identity;

/// Why a check that was signed offline cannot be written down: the visit went on without it.
public enum OfflineConflict {
    /// The visit was given up or moved to another time.
    CANCELLED,
    /// Another officer finished the visit.
    DONE_ELSEWHERE,
    /// A colleague noted that nobody came.
    NOTED_AS_MISSED,
    /// The application was withdrawn, or is at another point of its way.
    APPLICATION_MOVED_ON,
    /// Here the passport's lines compare with the declaration otherwise than on the device.
    COMPARED_OTHERWISE,
    /// Something is missing without which no identity is confirmed.
    NOT_COMPLETE,
    /// The photo that was sent along cannot be used.
    PHOTO_NOT_USABLE;

    /// Whether its person came, and nothing came of that through no fault of theirs.
    public boolean isOurFault() {
        return switch (this) {
            case NOTED_AS_MISSED, COMPARED_OTHERWISE, NOT_COMPLETE, PHOTO_NOT_USABLE -> true;
            case CANCELLED, DONE_ELSEWHERE, APPLICATION_MOVED_ON -> false;
        };
    }
}
