package org.kith.server.identity;

/// What stands in where a face cannot be compared with the passport's photo. No face is ever a ground to send somebody
/// away: another way is found, and a second officer looks and signs too.
public enum SecondWay {
    /// Another official paper with a photo was shown.
    ANOTHER_PAPER,
    /// A relative whose own identity is confirmed vouched for them, at the counter.
    VOUCHED,
    /// They answered what only they could know of their papers.
    ANSWERS
}
