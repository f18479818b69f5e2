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
    /// A counter gave a person a code for when their ways in are lost.
    RECOVERY_CODE_GIVEN,
    RECOVERY_CODE_ENDED,
    /// Somebody who has it asks to be let in at a new address.
    RECOVERY_CODE_USED,
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
    CHIP_READ,
    IDENTITY_CONFIRMED,
    /// A registrar took today's visits along, for when the line drops.
    VISIT_TAKEN_OFFLINE,
    /// What was signed offline could not be written down any more; a person looks at it.
    OFFLINE_CHECK_CONFLICTED,
    OFFLINE_CONFLICT_SETTLED,
    /// A second officer looked and signed too.
    IDENTITY_CHECK_COUNTERSIGNED,
    IDENTITY_NOT_CONFIRMED,
    /// A plain visit is over.
    VISIT_DONE,
    TALK_OPENED,
    TALK_MARKED,
    TALK_PASSED,
    TALK_NOT_PASSED,
    /// The examiners read each other's sheets, for they lie apart.
    TALK_DIFFERED,
    TALK_WORD_GIVEN,
    /// The examiners cannot agree: it is held anew, and counts for nothing.
    TALK_ANEW,
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

    // refusals and appeals
    NOTICE_WITHDRAWN,
    REFUSAL_PROPOSED,
    REFUSAL_RETURNED,
    /// A second officer sees it otherwise, and said how.
    VIEW_DIFFERED,
    DECISION_CORRECTED,
    APPEAL_TIME_OVER,
    APPEAL_VERDICT_PROPOSED,
    APPEAL_VERDICT_RETURNED,
    APPEAL_UPHELD,
    APPEAL_OVERTURNED,
    APPEAL_SENT_BACK,
    /// A person was heard on their appeal, face to face.
    APPEAL_HEARD,

    // what officers note in a case
    NOTE_WRITTEN,

    // what is looked into before a decision
    CHECK_ASKED,
    CHECK_ANSWERED,
    CHECK_RECORDED,
    // is this person here already?
    /// A filed application, or the passport seen at a counter, was looked up by its codes.
    DUPLICATES_LOOKED_FOR,
    /// An officer said whether two applications are one person's.
    DUPLICATE_JUDGED,
    /// An officer could not tell; the person is asked.
    DUPLICATE_LEFT_OPEN,

    // times of a centre
    /// All of it, or some counters, at short notice.
    CENTRE_CLOSED_AT_SHORT_NOTICE,
    CENTRE_CLOSURE_LIFTED,
    /// The centre cannot see the person then.
    VISIT_MOVED_OUT,
    VISIT_ASKED_FOR,
    VISIT_ASKED_FOR_NO_LONGER,
    VISIT_OFFERED,
    VISIT_OFFER_DECLINED,
    STANDBY_JOINED,
    STANDBY_LEFT,

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
    /// A holder made an offer to be taken up by a wallet.
    WALLET_OFFERED,
    WALLET_LET_IN,
    /// Copies went to a wallet, by its holder or by itself.
    WALLET_COPIES_MADE,
    WALLET_REMOVED,
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

    // announced for a card
    SUSPENSION_ANNOUNCED,

    // stops that a court orders
    STOP_PROPOSED,
    STOP_RETURNED,
    CASE_STOPPED,
    STOP_LIFT_PROPOSED,
    STOP_LIFTED,

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
    /// An auditor looked into an officer's refused tries.
    ALARM_LOOKED_INTO,

    // the house
    PROGRAMME_CHANGED,
    BACKUP_MADE,
    BACKUP_RESTORED,
    KEYS_CREATED,
    KEY_ADDED,
    COUNTRY_KEY_DESTROYED,
    CLOCK_ADVANCED,
    /// Certificates of states, by which passport chips are judged.
    STATES_IMPORTED,

    // cases in officers' hands
    CASE_RELEASED,
    CASE_TAKEN_OVER,
    /// A supervisor put a case into an officer's hands.
    CASE_GIVEN,
    CONFLICT_DECLARED,
    ABSENCE_DECLARED,
    ABSENCE_ENDED,
    ABILITY_SET,
    /// Its time comes to an end, or has.
    CASE_ESCALATED;

    /// Whether an officer saw a person's data, and no more.
    public boolean isLook() {
        return switch (this) {
            case CASE_OPENED,
                    TALK_OPENED,
                    DOCUMENT_SEEN,
                    SHARED_PAPER_SEEN,
                    PHOTO_SEEN,
                    PERSON_LOOKED_UP,
                    JOURNAL_SEEN,
                    COMPARED,
                    VISIT_TAKEN_OFFLINE -> true;
            default -> false;
        };
    }
}
