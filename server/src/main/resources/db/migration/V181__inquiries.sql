-- What officers and other offices found when they looked into something, under the person's key. Never edited: a later
-- finding stands beside it.
create table inquiry_finding (
    id          uuid primary key,
    application uuid not null references application,
    code        text not null,
    outcome     text not null check (outcome in ('PASSED', 'CONCERN', 'UNKNOWN')),
    officer     uuid,
    failure     text,
    found_at    timestamptz not null,
    sealed      bytea not null,
    -- Only another office's answer can fail to come.
    check (failure is null or (officer is null and outcome = 'UNKNOWN'))
);
create index inquiry_finding_of on inquiry_finding (application, found_at);

-- Which other offices are to be asked, and when next.
create table inquiry_asking (
    application uuid not null references application,
    code        text not null,
    run         uuid,
    tries       int not null default 0,
    next_at     timestamptz not null,
    primary key (application, code)
);
create index inquiry_asking_due on inquiry_asking (next_at);
