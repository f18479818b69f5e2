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
    COUNTRY_OPEN,
    APPEAL_DUE,
    APPEAL_TIME_OVER,

    // visits
    /// Not on that day: the centre is closed.
    VISIT_MOVED_OUT,
    /// What was checked on that day was lost by us.
    VISIT_AGAIN,
    /// A time is held until that day.
    VISIT_OFFERED,
    /// What was held until then is held no longer.
    VISIT_OFFER_OVER,
    /// On that day.
    VISIT_SOON,

    // cases
    /// What was meant to be decided by now is not.
    DECISION_LATE;

    /// The key of its texts.
    public String key() {
        return "notice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
