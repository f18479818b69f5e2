-- Filled only in a demonstration; empty in production.
create table demo_mail (
    id       uuid primary key,
    content  uuid not null,
    language text not null,
    sent     timestamptz not null
);
create index demo_mail_newest on demo_mail (sent desc, id);

-- How far the demonstration's clock has been set forward.
create table demo_clock (
    one   boolean primary key default true check (one),
    ahead bigint not null check (ahead >= 0)
);
