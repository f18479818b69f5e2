package org.kith.server.audit;

/// Everything that is written down. The journal knows deeds by these names for ever: add, never rename or remove.
public enum Deed {
    // accounts
    ACCOUNT_OPENED,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    EMAIL_CHANGED,
    OTHER_DEVICES_SIGNED_OUT,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /// Something is to change about how a person comes in; it waits for agreement, or for its time.
    DOOR_CHANGE_BEGUN,
    DOOR_CHANGE_AGREED,
    DOOR_CHANGE_STOPPED,
    DOOR_CHANGE_DONE,
    RECOVERY_PROPOSED,
    RECOVERY_AGREED,
    RECOVERED,
    PERSON_MOVED,
    PERSON_ERASED,

    // applications
    DRAFT_STARTED,
    ANSWER_SAVED,
    DOCUMENT_ADDED,
    DOCUMENT_REMOVED,
    SUBMITTED,
    WITHDRAWN,
    LAPSED,
    /// A person gave themselves longer to answer, or to visit a centre.
    TIME_EXTENDED,
    DRAFT_DELETED,
    /// Of those whose time was over: how many, never whose.
    DRAFTS_REMOVED,
    PAPERS_REMOVED,
    PHOTOS_REMOVED,

    // families
    FAMILY_STARTED,
    FAMILY_INVITED,
    INVITATION_ACCEPTED,
    INVITATION_DECLINED,
    INVITATION_TAKEN_BACK,
    /// An invitation was opened by somebody it was not for; nothing was shown.
    INVITATION_REFUSED,
    FAMILY_JOINED,
    FAMILY_LEFT,
    CHILD_ADDED,
    GUARDIAN_ADDED,
    GUARDIAN_SAID_YES,
    GUARDIAN_SAID_NO,
    /// A child old enough was asked at a counter.
    CHILD_SAID_YES,
    CHILD_SAID_NO,
    CUSTODY_EXCEPTION_CLAIMED,
    CUSTODY_EXCEPTION_JUDGED,
    PAPER_VERIFIED,
    PAPER_SHARED,
    PAPER_SHARING_ENDED,
    /// A paper of one was opened in the case of another, as both know.
    SHARED_PAPER_SEEN,
    HELPER_ADDED,
    HELPER_LOOKED,
    HELPER_REMOVED,
    CAME_OF_AGE,
    TAKE_OVER_CODE_MADE,
    TAKEN_OVER,

    // centres
    BOOKED,
    BOOKING_MOVED,
    BOOKING_CANCELLED,
    NOT_SHOWN_UP,
    VISIT_STARTED,
    PHOTO_TAKEN,
    IDENTITY_CONFIRMED,
    IDENTITY_NOT_CONFIRMED,
    CENTRE_OPENED,
    CENTRE_CHANGED,
    CENTRE_CLOSED,

    // decisions
    CASE_ASSIGNED,
    MORE_ASKED,
    MORE_GIVEN,
    REFUSAL_ANNOUNCED,
    REFUSAL_ANSWERED,
    REFUSED,
    APPROVAL_PROPOSED,
    APPROVAL_RETURNED,
    APPROVED,
    APPEALED,
    NOTICE_ANSWERED,
    /// Nothing was answered in time; the case goes on as it is.
    ANSWER_TIME_OVER,

    // countries
    PHASE_PROPOSED,
    PHASE_CHANGED,
    PHASE_DROPPED,
    INVITATIONS_MADE,
    INVITATION_USED,
    WAITING_JOINED,
    WAITING_LEFT,

    // cards
    CARD_ISSUED,
    CARD_SHOWN,
    CARD_PRINTED,
    PRINT_ENDED,
    CARD_SUSPENDED,
    CARD_RESTORED,
    CARD_RENEWED,
    CARD_REPLACED,
    CARD_EXPIRED,
    MEASURE_PROPOSED,
    REVOCATION_ANNOUNCED,
    MEASURE_RETURNED,
    CARD_REVOKED,
    LOST_REPORTED,
    FOUND_REPORTED,
    CARD_GIVEN_BACK,

    // looks: staff seeing a person's data
    CASE_OPENED,
    DOCUMENT_SEEN,
    PHOTO_SEEN,
    PERSON_LOOKED_UP,
    JOURNAL_SEEN,
    COMPARED,

    // staff
    OFFICER_INVITED,
    OFFICER_ENROLLED,
    OFFICER_CONFIRMED,
    OFFICER_DISABLED,
    OFFICER_SIGNED_IN,
    OFFICER_SIGN_IN_REFUSED,
    OFFICER_REENROLLED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    /// An officer tried to open what is not theirs to see; nothing was shown.
    ACCESS_REFUSED,

    // the house
    PROGRAMME_CHANGED,
    BACKUP_MADE,
    BACKUP_RESTORED,
    KEYS_CREATED,
    KEY_ADDED,
    COUNTRY_KEY_DESTROYED,
    CLOCK_ADVANCED;

    /// Whether an officer saw a person's data, and no more.
    public boolean isLook() {
        return switch (this) {
            case CASE_OPENED, DOCUMENT_SEEN, SHARED_PAPER_SEEN, PHOTO_SEEN, PERSON_LOOKED_UP, JOURNAL_SEEN, COMPARED ->
                true;
            default -> false;
        };
    }
}
