-- A person and how to reach them. The address is sealed under the person's key; its code finds the row without it.
create table account (
    person     uuid primary key,
    email_code bytea not null unique check (length(email_code) = 32),
    email      bytea not null,
    language   text not null,
    opened     timestamptz not null
);

-- Links on their way. A row is deleted when its link is followed, or soon after it has expired.
create table sign_in_request (
    id           uuid primary key,
    link_hash    char(64) not null unique,
    browser_hash char(64) not null,
    code_hash    char(64) not null,
    address      uuid not null,
    language     text not null,
    next         text not null,
    tries        smallint not null default 0,
    expires      timestamptz not null
);
create index sign_in_request_by_browser on sign_in_request (browser_hash);
create index sign_in_request_by_expiry on sign_in_request (expires);

create table sign_in_rate (
    counter bytea not null,
    hour    timestamptz not null,
    asked   int not null,
    primary key (counter, hour)
);
create index sign_in_rate_by_hour on sign_in_rate (hour);
