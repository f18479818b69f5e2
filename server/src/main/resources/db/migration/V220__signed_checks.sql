-- A check as its officer is about to sign it, sealed under the person's key. It goes when it is signed, or anew.
create table check_prepared (
    booking      uuid primary key references booking,
    check_id     uuid not null unique,
    officer      uuid not null,
    sealed       bytea not null,
    digest       bytea not null check (length(digest) = 32),
    -- Where a second officer has to look and sign as well.
    needs_second boolean not null,
    prepared_at  timestamptz not null
);

-- What an officer's passkey answered to the digest of a check, and the public half of that passkey as it was then: a
-- signature stays verifiable when the officer has long left. It names nobody but the officer.
create table check_signature (
    check_id           uuid not null,
    officer            uuid not null,
    credential_id      bytea not null,
    public_key         bytea not null,
    key_from           timestamptz not null,
    authenticator_data bytea not null,
    client_data        bytea not null,
    signature          bytea not null,
    signed_at          timestamptz not null,
    primary key (check_id, officer)
);

-- Passkeys that officers no longer have: until when a signature counts as theirs.
create table officer_passkey_past (
    credential_id bytea primary key,
    officer       uuid not null,
    public_key    bytea not null,
    created       timestamptz not null,
    ended         timestamptz not null
);
