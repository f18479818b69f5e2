-- Officers at work, where a centre says so: fewer than counters, and fewer people are seen at once.
create table centre_shift (
    centre   uuid not null references centre on delete cascade,
    weekday  int not null check (weekday between 1 and 7),
    begins   time not null,
    ends     time not null,
    officers int not null check (officers between 0 and 1000),
    check (begins < ends),
    primary key (centre, weekday, begins)
);

-- A day on which it is otherwise; one without shifts has nobody.
create table centre_shift_day (
    centre uuid not null references centre on delete cascade,
    day    date not null,
    begins time,
    ends   time,
    officers int,
    check ((begins is null) = (ends is null) and (begins is null) = (officers is null) and (begins is null or begins < ends)),
    unique (centre, day, begins)
);

alter table centre add column map text;
alter table centre add column access text not null default '';
-- What must not be made of a visit there: a calendar file, a print, a reminder.
alter table centre add column without text[] not null default '{}';

-- Closed at short notice: all of a centre, or some of its counters.
create table centre_closure (
    id        uuid primary key,
    centre    uuid not null references centre on delete cascade,
    from_at   timestamptz not null,
    until_at  timestamptz not null,
    -- How many counters; null for all.
    counters  int check (counters between 1 and 1000),
    made_by   uuid not null,
    made_at   timestamptz not null,
    lifted_at timestamptz,
    check (from_at < until_at)
);
create index centre_closure_by_end on centre_closure (centre, until_at) where lifted_at is null;

-- Something about a centre's times has changed: whoever is booked then is looked after, and again a while later, for
-- those who booked at that very moment.
create table centre_change (
    centre     uuid primary key references centre on delete cascade,
    changed_at timestamptz not null
);
