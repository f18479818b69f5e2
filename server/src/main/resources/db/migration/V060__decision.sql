-- Every decision by an officer, about whatever it is about. It is never edited: a later one corrects it. Reasons, and
-- what they rest on, are sealed under the person's key.
create table decision (
    id           uuid primary key,
    number       text not null unique,
    subject_kind text not null check (subject_kind in ('APPLICATION', 'CARD')),
    subject      uuid not null,
    person       uuid not null,
    verdict      text not null,
    state        text not null check (state in ('PROPOSED', 'MADE', 'RETURNED')),
    pack         char(64) not null,
    ground       text,
    first        uuid not null,
    second       uuid,
    proposed_at  timestamptz not null,
    settled_at   timestamptz,
    answer_until date,
    answered_at  timestamptz,
    sealed       bytea not null,
    -- Two officers, or one: never the same one twice.
    constraint second_is_another check (second is null or second <> first),
    constraint settled_has_a_time check ((state = 'PROPOSED') = (settled_at is null))
);
create index decision_by_subject on decision (subject_kind, subject, proposed_at);
create index decision_by_person on decision (person, proposed_at);
-- What waits for a second signature; one thing of one subject at a time.
create unique index decision_waiting on decision (subject_kind, subject) where state = 'PROPOSED';

-- What a person replied to a decision: once, sealed.
create table reply (
    decision uuid primary key references decision,
    at       timestamptz not null,
    sealed   bytea not null
);

-- Who has taken up an application.
create table casework (
    application uuid primary key,
    officer     uuid not null,
    since       timestamptz not null
);
