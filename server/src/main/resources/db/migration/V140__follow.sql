-- Which stage an application reached when: for the dates on its person's page, and for the figures below.
create table application_step (
    application uuid not null references application on delete cascade,
    number      int not null,
    stage       text not null,
    at          timestamptz not null,
    primary key (application, number)
);
-- The figures of a day are made from that day's rows alone.
create index application_step_by_time on application_step (at);

insert into application_step (application, number, stage, at)
select id, -4, 'SUBMITTED', filed_at from application where filed_at is not null;
insert into application_step (application, number, stage, at)
select application, -3, 'IDENTITY_CONFIRMED', max(checked_at) from identity_check where confirmed group by application;
insert into application_step (application, number, stage, at)
select casework.application, -2, 'UNDER_REVIEW', casework.since from casework join application on id = casework.application;
insert into application_step (application, number, stage, at)
select subject, -1, 'APPROVED', max(settled_at) from decision join application on application.id = subject
where subject_kind = 'APPLICATION' and verdict = 'APPROVE' and state = 'MADE' group by subject;

-- A sent application that never visits a centre lapses; its person may put that off.
alter table kept_until drop constraint kept_until_kind_check;
alter table kept_until add constraint kept_until_kind_check check (kind in ('DRAFT', 'PAPERS', 'PHOTO', 'VISIT'));
alter table kept_until add column extended smallint not null default 0;
insert into kept_until (application, kind, since, next_at)
select id, 'VISIT', filed_at, filed_at from application where stage = 'SUBMITTED' on conflict do nothing;

-- Whose time to answer runs, and when to look at it next.
create table answer_time (
    decision   uuid primary key references decision on delete cascade,
    warned     smallint not null default 0 check (warned between 0 and 2),
    next_at    timestamptz not null
);
create index answer_time_next on answer_time (next_at);
insert into answer_time (decision, next_at)
select id, proposed_at from decision
where state = 'MADE' and answered_at is null and answer_until is not null
  and verdict in ('ASK_MORE', 'ANNOUNCE_REFUSAL', 'ANNOUNCE_REVOCATION');

-- Each time a person gave themselves longer.
create table extension (
    decision uuid not null references decision on delete cascade,
    number   smallint not null,
    until    date not null,
    given_at timestamptz not null,
    primary key (decision, number)
);

-- How long a part of the way took those who finished it on a day: durations and counts, of nobody.
create table waiting_figure (
    day     date not null,
    leg     text not null,
    country char(3) not null,
    days    int not null,
    cases   int not null,
    primary key (day, leg, country, days)
);

-- What follows from the last thirty days, of ten cases or more; country '***' is all of them.
create table waiting_time (
    leg     text not null,
    country char(3) not null,
    cases   int not null,
    half    int not null,
    nine    int not null,
    primary key (leg, country)
);

-- The first day whose figures are still to be made.
create table waiting_round (
    one  boolean primary key default true check (one),
    next date
);
insert into waiting_round (next) values (null);
