-- Certificates of states whose passports are believed (CSCA), each as the newest list of a publisher had it. What a
-- newer list leaves out stays here with its end, and is believed no longer.
create table csca_certificate (
    publisher    text not null check (publisher ~ '^[A-Z]{2}$'),
    fingerprint  bytea not null check (length(fingerprint) = 32),
    certificate  bytea not null,
    country      text not null check (country ~ '^[A-Z]{2}$'),
    subject_key  bytea,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null,
    list         bytea not null check (length(list) = 32),
    imported_at  timestamptz not null,
    gone_at      timestamptz,
    primary key (publisher, fingerprint)
);
create index csca_certificate_of_country on csca_certificate (country);

-- Certificates that an operator compared with what their publisher says elsewhere: they vouch for lists.
create table csca_anchor (
    fingerprint  bytea primary key check (length(fingerprint) = 32),
    confirmed_at timestamptz not null
);

-- What a chip is to sign, once, for one visit. The newest counts.
create table chip_challenge (
    booking   uuid primary key references booking,
    officer   uuid not null,
    challenge bytea not null check (length(challenge) = 8),
    made_at   timestamptz not null
);

-- What was found of a chip at a visit, sealed under the person's key. The portrait lies in a sealed file until there is
-- a decision.
create table chip_reading (
    booking     uuid primary key references booking,
    application uuid not null references application,
    officer     uuid not null,
    sealed      bytea not null,
    portrait    uuid unique,
    read_at     timestamptz not null
);
create index chip_reading_of_application on chip_reading (application);
