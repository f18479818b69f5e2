-- Where two managers departed from what the programme pack begins with.
create table rollout_country (
    country    char(3) primary key,
    phase      text not null check (phase in ('CLOSED', 'BY_INVITATION', 'WAITING_LIST', 'OPEN', 'PAUSED')),
    quota      int check (quota > 0),
    changed_at timestamptz not null
);

create table rollout_proposal (
    id          uuid primary key,
    country     char(3) not null,
    phase       text not null check (phase in ('CLOSED', 'BY_INVITATION', 'WAITING_LIST', 'OPEN', 'PAUSED')),
    quota       int check (quota > 0),
    first       uuid not null,
    second      uuid,
    state       text not null check (state in ('PROPOSED', 'MADE', 'DROPPED')),
    proposed_at timestamptz not null,
    settled_at  timestamptz,
    -- Two managers, whatever the code above does.
    constraint second_is_another check (second is null or second <> first),
    constraint made_by_two check (state <> 'MADE' or second is not null)
);
create unique index rollout_proposal_waiting on rollout_proposal (country) where state = 'PROPOSED';

-- How many applications a country's day has taken. Days of countries without a quota have no row.
create table rollout_day (
    country char(3) not null,
    day     date not null,
    quota   int not null,
    taken   int not null,
    primary key (country, day),
    constraint taken_within_quota check (taken between 0 and quota)
);

create table invitation_batch (
    id      uuid primary key,
    country char(3) not null,
    officer uuid not null,
    codes   int not null,
    made_at timestamptz not null,
    ends_at timestamptz not null
);

-- Codes are 128 random bits; only their hashes are here. Each lets one person in.
create table invitation (
    hash    bytea primary key check (length(hash) = 32),
    batch   uuid not null references invitation_batch,
    country char(3) not null,
    ends_at timestamptz not null,
    used_by uuid,
    used_at timestamptz,
    check ((used_by is null) = (used_at is null))
);
create unique index invitation_of_person on invitation (used_by, country) where used_by is not null;
create index invitation_unused_by_end on invitation (ends_at) where used_by is null;

-- Who waits, and for which country; no more.
create table waiting (
    person  uuid primary key,
    country char(3) not null,
    since   timestamptz not null
);
create index waiting_in_country on waiting (country, since);

create table invitation_try (
    person uuid not null,
    hour   timestamptz not null,
    tries  int not null,
    primary key (person, hour)
);
create index invitation_try_by_hour on invitation_try (hour);
