-- Officers are not applicants: their names are the employer's record and stand here in the clear. Applicants see only
-- the number.
create table officer (
    id           uuid primary key,
    number       bigint not null unique,
    name         text not null check (name <> ''),
    unit         uuid,
    roles        text[] not null check (cardinality(roles) > 0),
    state        text not null check (state in ('INVITED', 'ENROLLED', 'ACTIVE', 'DISABLED')),
    invited_by   uuid references officer (id),
    confirmed_by uuid references officer (id),
    -- Confirmed in whatever way the roles need; an officer without it never becomes active.
    confirmed    boolean not null,
    -- A lost passkey: who asked for a new enrolment, until a second person agrees.
    reenrol_by   uuid references officer (id),
    created      timestamptz not null,
    check (confirmed_by is distinct from invited_by or confirmed_by is null),
    check (state <> 'ACTIVE' or confirmed)
);

create table officer_enrolment (
    token_hash bytea primary key check (length(token_hash) = 32),
    officer    uuid not null references officer (id),
    expires    timestamptz not null
);
create index officer_enrolment_of on officer_enrolment (officer);

create table officer_passkey (
    credential_id bytea primary key,
    officer       uuid not null references officer (id),
    public_key    bytea not null,
    -- Only what verifying an assertion needs: the attestation is asked as "none".
    attestation   bytea not null,
    client_data   bytea,
    sign_count    bigint not null,
    uv            boolean not null,
    backup        boolean not null,
    backed_up     boolean not null,
    transports    text[] not null,
    created       timestamptz not null,
    last_used     timestamptz not null
);
create index officer_passkey_of on officer_passkey (officer);
