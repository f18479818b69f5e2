-- A registrar took the visits of a day along on their device. What is signed there counts within these times only.
create table offline_day (
    id       uuid primary key,
    officer  uuid not null,
    centre   uuid not null,
    taken_at timestamptz not null,
    ends_at  timestamptz not null,
    visits   int not null
);

-- What was signed offline and could not be written down, since the visit had gone on without it. Sealed under the person's
-- key, until a person has looked at it.
create table offline_conflict (
    check_id    uuid primary key,
    booking     uuid not null references booking,
    application uuid not null references application,
    centre      uuid not null,
    officer     uuid not null,
    reason      text not null,
    sealed      bytea not null,
    received_at timestamptz not null,
    settled_at  timestamptz,
    settled_by  uuid,
    check ((settled_at is null) = (settled_by is null))
);
create index offline_conflict_open on offline_conflict (centre, received_at) where settled_at is null;
