-- OpenID4VCI. Codes, tokens and offers lie here as hashes only; what has run out goes by itself.

-- A wallet that a person let in: it may fetch copies of one card until it is removed.
create table wallet_grant (
    id             uuid primary key,
    person         uuid not null,
    -- The card its copies are of; null while the card is being prepared.
    card           uuid references card,
    -- The OAuth client, and what its provider calls it; both empty for a wallet that nobody vouches for.
    client         text not null,
    wallet         text not null,
    -- The key of the wallet instance that refresh tokens are bound to (RFC 7638); null for one that nobody vouches for.
    instance_key   text,
    configurations text[] not null,
    created_at     timestamptz not null,
    used_at        timestamptz not null,
    ends_at        timestamptz not null,
    ended_at       timestamptz,
    refresh_hash   bytea unique
);
create index wallet_grant_of_person on wallet_grant (person, created_at);
create index wallet_grant_of_card on wallet_grant (card);
create index wallet_grant_by_end on wallet_grant (ends_at);

-- What a holder hands to a wallet, by link or by QR code (OpenID4VCI 4.1).
create table wallet_offer (
    id             uuid primary key,
    person         uuid not null,
    configurations text[] not null,
    -- A pre-authorized code with the PIN that came by another way, or else the state of an authorization that was begun
    -- here.
    code_hash      bytea unique,
    pin_code       bytea,
    pin_tries      smallint not null default 0,
    issuer_state   bytea unique,
    expires        timestamptz not null,
    used_at        timestamptz,
    check ((code_hash is null) <> (issuer_state is null)),
    check ((code_hash is null) = (pin_code is null))
);
create index wallet_offer_by_person on wallet_offer (person);
create index wallet_offer_by_expiry on wallet_offer (expires);

-- What a wallet pushed before it sends somebody's browser here (RFC 9126), and what came of it.
create table wallet_push (
    id             uuid primary key,
    uri_hash       bytea not null unique,
    client         text not null,
    wallet         text not null,
    instance_key   text,
    redirect_uri   text not null,
    state          text,
    code_challenge text not null,
    dpop_key       text,
    configurations text[] not null,
    -- Whether they were asked for by authorization_details, which the answer then repeats (RFC 9396).
    in_details     boolean not null,
    -- Whoever the offer was made to, which led here.
    for_person     uuid,
    -- The scope that was asked for, which the answer repeats.
    scope          text,
    -- Its address is opened in seconds; whoever opened it may take longer to sign in.
    expires        timestamptz not null,
    opened_until   timestamptz,
    decided_at     timestamptz
);
create index wallet_push_by_expiry on wallet_push (expires);

create table wallet_code (
    hash        bytea primary key,
    push        uuid not null references wallet_push on delete cascade,
    wallet      uuid not null references wallet_grant on delete cascade,
    expires     timestamptz not null,
    redeemed_at timestamptz
);
create index wallet_code_of_push on wallet_code (push);
create index wallet_code_of_grant on wallet_code (wallet);
create index wallet_code_by_expiry on wallet_code (expires);

create table wallet_token (
    hash       bytea primary key,
    wallet     uuid not null references wallet_grant on delete cascade,
    -- The key whose holder may use it (RFC 9449).
    dpop_key   text not null,
    -- Whether it was given credential identifiers, which its requests then name.
    identified boolean not null,
    expires    timestamptz not null
);
create index wallet_token_of_grant on wallet_token (wallet);
create index wallet_token_by_expiry on wallet_token (expires);

-- What may be used once: numbers of proofs and nonces, as hashes.
create table wallet_once (
    hash    bytea primary key,
    expires timestamptz not null
);
create index wallet_once_by_expiry on wallet_once (expires);

-- A request for a copy of a card that is still being prepared.
create table wallet_deferred (
    hash          bytea primary key,
    wallet        uuid not null references wallet_grant on delete cascade,
    configuration text not null,
    -- Public keys of the wallet, as JWKs.
    keys          text[] not null,
    expires       timestamptz not null
);
create index wallet_deferred_of_grant on wallet_deferred (wallet);
create index wallet_deferred_by_expiry on wallet_deferred (expires);

-- What a wallet said of the copies it was sent.
create table wallet_delivery (
    hash    bytea primary key,
    wallet  uuid not null references wallet_grant on delete cascade,
    event   text check (event in ('credential_accepted', 'credential_deleted', 'credential_failure')),
    told_at timestamptz,
    copies  uuid[] not null,
    expires timestamptz not null
);
create index wallet_delivery_of_grant on wallet_delivery (wallet);
create index wallet_delivery_by_expiry on wallet_delivery (expires);
