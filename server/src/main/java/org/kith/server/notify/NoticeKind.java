package org.kith.server.notify;

import java.util.Locale;

/// What a person can be told in the portal without a decision. Each is a sentence with a day in it.
public enum NoticeKind {
    DRAFT_GOES,
    DRAFT_GONE,
    PAPERS_GO,
    PAPERS_GONE,
    PHOTO_GOES,
    PHOTO_GONE,
    VISIT_DUE,
    VISIT_LAPSED,
    ANSWER_DUE,
    ANSWER_TIME_OVER,
    COMES_OF_AGE,
    CAME_OF_AGE,
    COUNTRY_OPEN;

    /// The key of its texts.
    public String key() {
        return "notice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
