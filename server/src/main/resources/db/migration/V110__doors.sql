-- Passkeys of people. The name is the person's own words, sealed under their key.
create table person_passkey (
    credential_id bytea primary key,
    id            uuid not null unique default gen_random_uuid(),
    person        uuid not null references account (person) on delete cascade,
    name          bytea,
    public_key    bytea not null,
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
create index person_passkey_of on person_passkey (person);

-- What is about to change of a person's ways in, and may be stopped until it is due. Of links only hashes are here.
create table door_change (
    id         uuid primary key,
    person     uuid not null references account (person) on delete cascade,
    kind       text not null check (kind in ('ADD_PASSKEY', 'ADD_ADDRESS', 'REMOVE_ADDRESS', 'RECOVERY')),
    state      text not null check (state in ('ASKED', 'WAITING', 'DONE', 'STOPPED', 'LAPSED')),
    -- The passkey or address it is about.
    target     uuid,
    -- The new address, sealed under the person's key.
    address    bytea,
    stop_hash  bytea not null unique check (length(stop_hash) = 32),
    -- The link that an address of the person's agrees with, and the one that shows the new address is read.
    agree_hash bytea unique check (length(agree_hash) = 32),
    own_hash   bytea unique check (length(own_hash) = 32),
    code_hash  bytea check (length(code_hash) = 32),
    tries      smallint not null default 0,
    agreed     timestamptz,
    owned      timestamptz,
    -- A recovery: who proposed it at which counter, and who agreed.
    proposed_by uuid,
    centre      uuid,
    agreed_by   uuid,
    created    timestamptz not null,
    -- When it happens or, for what has happened already, until when it can be undone; while it is asked, until when.
    due        timestamptz not null,
    check (agreed_by is distinct from proposed_by or agreed_by is null)
);
create index door_change_of on door_change (person, created);
create index door_change_by_due on door_change (due) where state in ('ASKED', 'WAITING');
